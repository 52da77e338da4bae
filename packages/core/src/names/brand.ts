/**
 * Names: the identifiers that the fields' own documents use, each a type of its own so that one cannot be passed for another.
 * Leaves out: validation; the package that owns an identifier parses it.
 */
declare const brand: unique symbol;

/** A `Base` value that the compiler keeps apart from other `Base` values by its `Name`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** An Amazon Resource Name, for example `arn:aws:iam::111122223333:role/my-pod-role`. */
export type Arn = Brand<string, "Arn">;
/** A twelve-digit AWS account id. */
export type AccountId = Brand<string, "AccountId">;
/** An OIDC issuer, `https://` included, compared byte for byte (OpenID Connect Discovery 1.0, section 3). */
export type IssuerUrl = Brand<string, "IssuerUrl">;
