import type { AdmissionReview } from "./admission-review.js";

/** A body that is no proper review; the message goes into the denial. */
export class ReviewError extends Error {
  /** What could be read before. */
  readonly review: Partial<AdmissionReview>;

  constructor(message: string, review: Partial<AdmissionReview> = {}) {
    super(message);
    this.review = review;
  }
}
