// What somebody would write who needs only these two requests and looks after speed. The yardstick, not a peer.
const ascii = /^\p{ASCII}*$/u;

function isToken(value) {
  return (
    value === undefined ||
    (typeof value === 'string' && (value.length <= 64 || [...value].length <= 64) && ascii.test(value))
  );
}

export function modifyByHand(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { RegionId, ImageId, Operation, ClientToken } = value;
  if (typeof RegionId !== 'string' || typeof ImageId !== 'string') return false;
  if ((Operation !== 'Share' && Operation !== 'UnShare') || !isToken(ClientToken)) return false;
  for (const name in value) {
    if (name !== 'RegionId' && name !== 'ImageId' && name !== 'Operation' && name !== 'ClientToken')
      return false;
  }
  return true;
}

export function deleteByHand(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { RegionId, ImageIds, ClientToken } = value;
  if (typeof RegionId !== 'string' || !Array.isArray(ImageIds) || !isToken(ClientToken)) return false;
  if (ImageIds.length < 1 || ImageIds.length > 15) return false;
  for (let index = 0; index < ImageIds.length; index += 1)
    if (typeof ImageIds[index] !== 'string') return false;
  for (const name in value)
    if (name !== 'RegionId' && name !== 'ImageIds' && name !== 'ClientToken') return false;
  return true;
}
