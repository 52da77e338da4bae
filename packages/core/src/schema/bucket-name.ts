import { pattern } from "./expected.js";

/**
 * What S3 allows as a bucket's name, which becomes part of a host name; names of one or two characters are taken too, for the sake of short examples.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketName = pattern(
  /^(?!(.*\.)?xn--)(?!\d+(\.\d+){3}$)(?=.{1,63}$)[a-z0-9](([a-z0-9-]|\.(?!\.))*[a-z0-9])?$/,
  "at most 63 lower-case letters, digits, - and single dots, a letter or digit at both ends",
);
