/** The trace as a story: what every view draws, computed once and by nobody else. */
export type { Arrow, Refusal } from "./arrow.js";
export { createArrow } from "./arrows/create-arrow.js";
export { chainAt } from "./chain/chain-at.js";
export type { ChainProvider, ProviderChain } from "./chain/provider-chain.js";
export { compareRuns } from "./compare/compare-runs.js";
export { type MarkedDifference, markDifference } from "./compare/mark-difference.js";
export type { Difference, RunComparison, StepComparison } from "./compare/run-comparison.js";
export type {
  Content,
  DocumentContent,
  ListContent,
  Member,
  ObjectContent,
  PatchContent,
  PatchOperation,
  PhraseContent,
  ScalarContent,
  TextContent,
  TokenContent,
} from "./content/content.js";
export { decodeToken } from "./content/decode-token.js";
export type { DecodedBody, DecodedRequest, DecodedResponse } from "./content/decoded-message.js";
export { textAt } from "./content/text-at.js";
export { createRunStory } from "./create-run-story.js";
export type { Cursor } from "./known/cursor.js";
export type { Known, KnownCredentials, KnownObject, KnownToken, KnownVolume, VolumeEntry } from "./known/known.js";
export { knownAt } from "./known/known-at.js";
export { seqAt } from "./known/seq-at.js";
export type { LifeLine } from "./life/life-line.js";
export { lifeLinesOf } from "./life/life-lines-of.js";
export type { Moment } from "./moment.js";
export type { PodAddition, PodChange } from "./pod/pod-change.js";
export { podChangeAt } from "./pod/pod-change-at.js";
export type { RunStory } from "./run-story.js";
export type { StepStory, StoryOutcome } from "./step-story.js";
export type { Story, StoryKind } from "./story.js";
export type { Handshake, HandshakeQuestion } from "./tls/handshake.js";
export { handshakeOf } from "./tls/handshake-of.js";
export { type ClaimReader, claimReaders } from "./trust/claim-readers.js";
export type { TrustDecision, TrustElement, TrustStatement } from "./trust/trust-decision.js";
export { trustDecisionAt } from "./trust/trust-decision-at.js";
