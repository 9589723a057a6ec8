// The reference site serves one file of this library, a bundle that holds everything: the 250 packages that it was built from
// are neither installed nor locked.
const bundled = new Set(['@scalar/api-reference']);

module.exports = {
  hooks: {
    readPackage(manifest) {
      return bundled.has(manifest.name) ? { ...manifest, dependencies: {} } : manifest;
    },
  },
};
