import type { ConditionWriter } from "./condition-writer.js";
import { toJavaScript } from "./javascript-literal.js";
import type { Place } from "./predicate-place.js";
import { memberOf } from "./predicate-scope.js";

/**
 * The condition that an object has a member of its own. Asking for that takes ten times as long as reading the member; where the
 * condition need not be exact, it holds for what {@link isPlain} says yes to.
 *
 * @param read - the text of the member's value, where it is not read from the object for this
 */
export function isPresent(writer: ConditionWriter, name: string, place: Place, read?: string): string {
  const value = read ?? memberOf(place.variable, name);
  return `${value} !== undefined && ${isOwn(writer, name, place)}`;
}

/**
 * The condition that a value is an object. One that inherits from nothing but `Object.prototype`, where the condition need not be
 * exact: a member that is found in it, and not in `Object.prototype`, is its own.
 */
export function isPlain({ scope }: ConditionWriter, { variable, isExact }: Place): string {
  return `${scope.helper(isExact ? "isObject" : "isPlain")}(${variable})`;
}

/** The condition that an object does not have a member of its own; true only where that is so, unless it has to be exact. */
export function isAbsent(name: string, place: Place, read?: string): string {
  const value = read ?? memberOf(place.variable, name);
  // A member that is inherited is taken for a member: then more is demanded.
  return place.isExact ? `(${value} === undefined || !${hasOwn(name, place)})` : `${value} === undefined`;
}

function isOwn(writer: ConditionWriter, name: string, place: Place): string {
  if (place.isExact) return hasOwn(name, place);
  return `${memberOf(writer.scope.constant("Object.prototype"), name)} === undefined`;
}

function hasOwn(name: string, { variable }: Place): string {
  return `Object.hasOwn(${variable}, ${toJavaScript(name)})`;
}
