/** What stands where no document says anything else. */
export const DEFAULT_ACCOUNT = "111122223333";
export const DEFAULT_REGION = "eu-west-1";
export const DEFAULT_ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
