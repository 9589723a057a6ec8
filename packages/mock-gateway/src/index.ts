/** A stateful emulator of the Alibaba Cloud gateway, for development and tests without an account. */
export { startGateway, type Gateway } from './gateway.ts';
export type { GatewayOptions } from './options.ts';
export { defaultAccessKey, type AccessKey } from './auth/access-keys.ts';
export { defaultImages } from './behaviours/default-images.ts';
export type { Image } from './behaviours/images.ts';
export type { CallRecord } from './call-log.ts';
export type * from './catalogue.ts';
export { availableFaults, faultHeader } from './faults/parse-faults.ts';
export type { Fault } from './faults/fault.ts';
export { defaultLimits, type Limits } from './http/limits.ts';
export { UsageError } from './usage-error.ts';
export type { RequestValidator } from './requests/check-request.ts';
export { startProxy, type Proxy, type ProxyOptions } from './proxy/start-proxy.ts';
