// Draws the reference. Everything that would ask another server is off: fonts, proxy, telemetry, agents, the hosted client.
/* global Scalar */
Scalar.createApiReference('#reference', {
  url: 'openapi.json',
  proxyUrl: '',
  telemetry: false,
  withDefaultFonts: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  // Both pages follow the system.
  hideDarkModeToggle: true,
  // The first library shown is ours; of the others those that a terminal and a browser have.
  hiddenClients: true,
  hideModels: true,
  defaultOpenAllTags: true,
  documentDownloadType: 'json',
});
