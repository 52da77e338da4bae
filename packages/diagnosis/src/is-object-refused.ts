import type { FailureView } from "./failure-view.js";

/** Whether the API server did not take an object; that it has none is another matter. */
export function isObjectRefused(exchange: FailureView["exchange"]): boolean {
  return exchange?.to === "api-server" && exchange.failure === null && exchange.response?.status !== 404;
}
