// Imported to find out what importing itself costs.
export const nothing = undefined;
