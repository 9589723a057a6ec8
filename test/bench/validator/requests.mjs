const token = (index) => `123e4567-e89b-12d3-a456-4266554400${String(index).padStart(2, '0')}`;
const sixteen = (make) => Array.from({ length: 16 }, (_, index) => make(index));

/** Requests of the kind that the documentation shows, all parameters given; sixteen of each, no two alike. */
export const valid = {
  ModifyImageShareStatus: sixteen((index) => ({
    RegionId: 'cn-hangzhou',
    ImageId: `m-saacssasc**${index}`,
    Operation: index % 2 === 0 ? 'Share' : 'UnShare',
    ClientToken: token(index),
  })),
  DeleteCustomImages: sixteen((index) => ({
    RegionId: 'cn-hangzhou',
    ImageIds: [`m-2zehv38jjmwva1ee**${index}`, `m-bp1hj0zhmheyq2kz**${index}`],
    ClientToken: token(index),
  })),
};

/** Requests with the mistakes that people make: several at once. */
export const invalid = {
  ModifyImageShareStatus: sixteen((index) => ({
    RegionId: 5,
    ImageId: `m-${index}`,
    Operation: 'share',
    ClientToken: 'x'.repeat(65 + index),
  })),
  DeleteCustomImages: sixteen((index) => ({
    RegionId: 'cn-hangzhou',
    ImageIds: [`m-${index}`, 7, null],
    ClientToken: `clé-${index}`,
    Force: true,
  })),
};
