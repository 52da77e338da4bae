/** What STS accepts of a token whatever its issuer, for those who read tokens and ask nobody. */
export { ALGORITHMS as STS_ALGORITHMS, GRACE_SECONDS as STS_GRACE_SECONDS } from "@irsa-sim/fake-sts";
