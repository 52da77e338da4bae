/** Which known texts stand in a text, by single words and pairs of them; rare ones count more. */

/** A known text, and how well it fits. */
export interface TextMatch {
  /** Position in the list of known texts. */
  readonly index: number;
  /** How much of the known text stands there, or of what stands there in the known text; 0 to 1. */
  readonly share: number;
  /** Whether the known text stands there whole, and says enough to be known by: whoever printed it may have put words around it. */
  readonly isWhole: boolean;
  /** The share, by how much the text says; a longer one that fits as well is stronger. */
  readonly strength: number;
}

/** By less, a part of a known text is not known again: a word or two stand in many. */
const SAYS_ENOUGH = 16;

/** So many times its own length may stand around a text that says little. */
const MOST_AROUND = 3;

/** A word may be lost where lines were broken. */
const WHOLE = 0.98;

type Weights = ReadonlyMap<string, number>;

/** Creates a matcher; the returned function lists every known text of which something fits, the strongest first. */
export function createMatcher(known: readonly (readonly string[])[]): (words: readonly string[]) => readonly TextMatch[] {
  const features = known.map(featuresOf);
  const weights = weigh(features);
  const masses = features.map((own) => massOf(own, weights));
  return (words) => {
    const given = featuresOf(words);
    const givenMass = massOf(given, weights);
    return features
      .map((own, index) => {
        const common = massOf(new Set([...own].filter((feature) => given.has(feature))), weights);
        // A word or two of a long text are not what it is about.
        const isAside = common < SAYS_ENOUGH && given.size > MOST_AROUND * own.size;
        const ofKnown = common === 0 || isAside ? 0 : common / (masses[index] ?? 1);
        const ofGiven = common < SAYS_ENOUGH ? 0 : common / givenMass;
        const share = Math.max(ofKnown, ofGiven);
        return { index, share, isWhole: ofKnown >= WHOLE && common >= SAYS_ENOUGH, strength: share * common };
      })
      .filter(({ share }) => share > 0)
      .sort((one, other) => other.strength - one.strength);
  };
}

function featuresOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word, index) => (index === 0 ? [word] : [word, `${words[index - 1]} ${word}`])));
}

function weigh(features: readonly ReadonlySet<string>[]): Weights {
  const counts = new Map<string, number>();
  for (const own of features) for (const feature of own) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map([...counts].map(([feature, count]) => [feature, Math.log(1 + features.length / count)]));
}

/** A word that nobody knows says little. */
const UNKNOWN_WEIGHT = 0.5;

function massOf(features: ReadonlySet<string>, weights: Weights): number {
  return [...features].reduce((sum, feature) => sum + (weights.get(feature) ?? UNKNOWN_WEIGHT), 0);
}
