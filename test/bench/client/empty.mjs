// Imported to find out what importing itself costs.
