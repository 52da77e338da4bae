/**
 * Which region answers a request for a bucket, and what S3 says where that is not the one that was asked.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html
 */

/** A request for a bucket that exists, as far as regions go. */
export interface AskedRegion {
  /** In the host's name; `null` for the one without a region, which leads to wherever the bucket is. */
  readonly asked: string | null;
  /** That the signature names; `null` for a request without one. */
  readonly signed: string | null;
  readonly bucket: string;
}

/** `here`: the bucket's own region answers; `malformed`: signed for another region; `redirect`: another endpoint; `incompatible`: the same of or to a younger region. */
export type RegionDecision = { readonly act: "here" | "malformed" | "redirect" | "incompatible" };

/** Regions that were there on 20 March 2019; S3 redirects to and from no others. */
const REDIRECTING = [
  ...["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1"],
  ...["eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3"],
  ...["ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2"],
];

/** The region whose endpoint is the global one by another name. */
const GLOBAL_REGION = "us-east-1";

/**
 * Decides.
 *
 * @example decideRegion({ asked: "us-east-1", signed: "us-east-1", bucket: "eu-west-1" }) // => { act: "malformed" }
 */
export function decideRegion({ asked, signed, bucket }: AskedRegion): RegionDecision {
  if (asked === bucket) return { act: "here" };
  if (asked === null) return { act: signed === null || signed === bucket ? "here" : "malformed" };
  if (asked === GLOBAL_REGION && signed === asked) return { act: "malformed" };
  return { act: REDIRECTING.includes(asked) && REDIRECTING.includes(bucket) ? "redirect" : "incompatible" };
}
