/** `iam.amazonaws.com`, and AWS's query protocol for whoever speaks it. */
export { createIamQueryApi } from "./query-api/iam-query-api.js";
export { queryAuthenticationFault } from "./query-api/query-authentication-fault.js";
export { listParameter, parseQueryRequest, type QueryRequest } from "./query-api/query-protocol.js";
export { type QueryError, type QueryMember, type QueryResult, renderQueryError, renderQueryResponse } from "./query-api/render-query-response.js";
