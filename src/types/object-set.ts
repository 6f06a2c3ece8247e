import { conjoin, saysFalse } from "./conjunction.js";
import { matchPattern } from "./safe-pattern.js";
import type { Conjunction, NameRule, ObjectMember, ObjectSet } from "./shape.js";

/** The objects that are in both sets; null where there are none for certain. */
export function combineObjects(a: ObjectSet, b: ObjectSet): ObjectSet | null {
  if (a === b || saysNothing(b)) return a;
  if (saysNothing(a)) return b;
  const members = new Map<string, ObjectMember>();
  for (const [name, member] of a.members) {
    members.set(name, combineMembers(member, b.members.get(name) ?? undeclaredMember(b, name)));
  }
  for (const [name, member] of b.members) {
    if (!members.has(name)) members.set(name, combineMembers(undeclaredMember(a, name), member));
  }
  for (const member of members.values()) if (member.required && saysFalse(member.value)) return null;
  return { members, rules: [...a.rules, ...b.rules], definition: null };
}

/** What a set says of a member that it does not declare. */
export function undeclaredMember(set: ObjectSet, name: string): ObjectMember {
  const value = conjoin(...set.rules.map((rule) => ruleValue(rule, name)));
  return { value, required: false, silent: value.length === 0 };
}

/** What a rule demands of the value under an undeclared name: nothing, where it is not known which patterns match. */
export function ruleValue(rule: NameRule, name: string): Conjunction {
  const matches = rule.patterns.map(({ pattern, value }) => ({ value, match: matchPattern(pattern, name) }));
  const certain = matches.filter(({ match }) => match === true);
  if (certain.length > 0) return conjoin(...certain.map(({ value }) => value));
  return matches.some(({ match }) => match === null) ? [] : rule.rest;
}

function combineMembers(a: ObjectMember, b: ObjectMember): ObjectMember {
  return { value: conjoin(a.value, b.value), required: a.required || b.required, silent: a.silent && b.silent };
}

function saysNothing(set: ObjectSet): boolean {
  return set.members.size === 0 && set.rules.length === 0;
}
