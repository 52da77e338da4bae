/** AWS's services as its own descriptions have them: how they are spoken to, and what IAM knows of their actions. */
export { readError, type ServiceError } from "./answers/read-error.js";
export { loadService, servicePrefixes } from "./load-service.js";
export { actionOf, operationFor } from "./operations/action-of.js";
export { type FoundOperation, findOperation } from "./operations/find-operation.js";
export { encodeRequest } from "./requests/encode-request.js";
export type { EncodedRequest } from "./requests/encoded-request.js";
export { type ReadRequest, readRequest } from "./requests/read-request.js";
export { parametersOf } from "./resources/parameters-of.js";
export { RESOURCE_HEADER } from "./resources/resource-header.js";
export { type RequestPlace, resourceOf } from "./resources/resource-of.js";
export type { ActionReference, Api, Endpoint, Operation, ServiceReference } from "./service.js";
