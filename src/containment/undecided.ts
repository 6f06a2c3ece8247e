/** The comparison cannot go on, as a validator that it asks fails to answer. `message` is a clause without a full stop. */
export class Undecided extends RangeError {}
