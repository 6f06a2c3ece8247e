import { alphabetOf } from "./alphabet.js";
import type { Automaton, StateSet } from "./automaton.js";

/** An automaton, and whether a text is to be accepted by it or refused. */
export interface Demand {
  readonly automaton: Automaton;
  readonly isAccepted: boolean;
}

export interface Words {
  /** Texts that meet every demand, the shortest first. */
  readonly words: readonly string[];
  /** No other text does: the search went through all that can be told apart. */
  readonly isExhausted: boolean;
  /** The work that it took: texts that were made longer by a character. */
  readonly steps: number;
}

/** What a text led to, and the text as a chain of characters. */
interface Reached {
  readonly states: readonly StateSet[];
  readonly previous: Reached | null;
  readonly char: number;
}

const MOST_STEPS = 20_000;

/** So many demands make no difference; with more of them, each character is as much work as several. */
const FEW_DEMANDS = 20;

/**
 * Texts between two lengths (in characters) that meet every demand: layer by layer, where a layer is all that texts of one
 * length can lead to. A layer that comes again has no new successors.
 */
export function searchWords(demands: readonly Demand[], minimum: number, maximum: number, most: number): Words {
  const alphabet = alphabetOf(demands.flatMap(({ automaton }) => automaton.sets));
  const words: string[] = [];
  const seen = new Set<string>();
  const work = Math.ceil(demands.length / FEW_DEMANDS);
  let steps = 0;
  let layer = new Map<string, Reached>();
  const first: Reached = { states: demands.map(({ automaton }) => automaton.start()), previous: null, char: 0 };
  if (isAlive(first, demands)) layer.set(keyOf(first), first);
  for (let length = 0; layer.size > 0 && length <= maximum; length += 1) {
    if (length >= minimum) {
      for (const reached of layer.values()) {
        if (!demands.every((demand, index) => isMet(demand, reached.states[index] ?? [], length === 0))) continue;
        words.push(wordOf(reached));
        if (words.length >= most) return { words, isExhausted: false, steps };
      }
      const layerKey = [...layer.keys()].sort().join(" ");
      if (seen.has(layerKey)) break;
      seen.add(layerKey);
    }
    const next = new Map<string, Reached>();
    for (const reached of layer.values()) {
      for (const char of alphabet) {
        steps += work;
        if (steps > MOST_STEPS) return { words, isExhausted: false, steps };
        const states = demands.map(({ automaton }, index) => automaton.step(reached.states[index] ?? [], char));
        const following: Reached = { states, previous: reached, char };
        const key = keyOf(following);
        if (!next.has(key) && isAlive(following, demands)) next.set(key, following);
      }
    }
    layer = next;
  }
  return { words, isExhausted: true, steps };
}

function isMet({ automaton, isAccepted }: Demand, states: StateSet, isStart: boolean): boolean {
  return automaton.isAccepted(states, isStart) === isAccepted;
}

/** Whether some longer text may still meet the demands, as far as can be seen at once. */
function isAlive({ states }: Reached, demands: readonly Demand[]): boolean {
  return demands.every(({ automaton, isAccepted }, index) => {
    const reached = states[index] ?? [];
    return isAccepted ? reached.length > 0 : !automaton.isSettled(reached);
  });
}

function keyOf({ states }: Reached): string {
  return states.map((set) => set.join(",")).join(";");
}

function wordOf(reached: Reached): string {
  const chars: number[] = [];
  for (let at: Reached | null = reached; at !== null && at.previous !== null; at = at.previous) chars.push(at.char);
  return String.fromCodePoint(...chars.reverse());
}
