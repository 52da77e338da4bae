import type { FailureView } from "./failure-view.js";

/** The code with which S3 itself refused what an app sent; `null` where somebody else refused, or nobody. */
export function refusalOfS3({ exchange, told }: Pick<FailureView, "exchange" | "told">): string | null {
  return exchange?.to === "s3" && exchange.response !== null ? told.code : null;
}
