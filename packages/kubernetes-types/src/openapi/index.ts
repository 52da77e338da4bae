/** Kubernetes' types as schemas of OpenAPI. */
export { schemasOf, structureOf } from "./schemas-of.js";
