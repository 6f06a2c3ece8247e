// @ts-check

/** @typedef {import("./event.js").Event} Event */
/** @typedef {import("../edge/git.js").Git} Git */

/**
 * What the change is compared with: a commit, nothing, or what stands in the way.
 *
 * @typedef {{ kind: "commit", commit: string, what: string, note: string }
 *   | { kind: "none", note: string }
 *   | { kind: "failed", message: string }} Base
 */

/**
 * Returns the commit to compare with. For a pull request this is the commit that it starts from, so that what others did
 * to the base branch since is not taken for its doing:
 *
 * - Of the merge that GitHub makes of a pull request, and that is checked out by default, it is the first parent.
 * - Of another commit it is the best common ancestor with the base branch; where a shallow clone does not show it, the
 *   base branch as the event knows it, which is said.
 *
 * @param {{ named: string, event: Event, head: string | null, merge: { ref: string, commit: string } }} facts -
 *   `named` is the input, `merge` what GitHub says is checked out
 * @param {Pick<Git, "resolve" | "parentsOfHead" | "mergeBase" | "fetch">} git
 * @returns {Promise<Base>}
 */
export async function findBase({ named, event, head, merge }, git) {
  if (named !== "") return have(named, "the input `base`", git);
  if (event.name === "pull_request_target") {
    return {
      kind: "failed",
      message:
        "The action does not run on `pull_request_target`: it would run code of the pull request beside secrets. Use `pull_request`.",
    };
  }
  if (event.base === null) {
    return {
      kind: "none",
      note: "Nothing was compared: this run belongs to no pull request, and the input `base` is empty.",
    };
  }
  if (event.head === null) return have(event.base, "the commit before", git);

  const [first, second, ...others] = await git.parentsOfHead();
  const isMerge = first !== undefined && second !== undefined && others.length === 0;
  const isOfPull = second === event.head || (/^refs\/pull\/\d+\/merge$/.test(merge.ref) && merge.commit === head);
  if (isMerge && isOfPull) return have(first, "the base branch that the pull request was merged with", git);

  const tip = await have(event.base, "the base branch", git);
  if (tip.kind !== "commit") return tip;
  const ancestor = await git.mergeBase(tip.commit, "HEAD");
  if (ancestor !== null) return { ...tip, commit: ancestor, what: "the commit that the pull request starts from" };
  return {
    ...tip,
    note: "The clone is too shallow to find where the pull request starts, so it is compared with the base branch: what others changed there may show. Check out with `fetch-depth: 0`, or without `ref`.",
  };
}

/**
 * A commit that is here, or is fetched alone.
 *
 * @param {string} name
 * @param {string} what
 * @param {Pick<Git, "resolve" | "fetch">} git
 * @returns {Promise<Base>}
 */
async function have(name, what, git) {
  const here = await git.resolve(name);
  if (here !== null) return { kind: "commit", commit: here, what, note: "" };
  // What is no name of a branch, tag or commit (`HEAD~1`, a range, a pattern) cannot be asked of a remote.
  const fetched = /^[^\s:+^~?*[\\{}-][^\s:^~?*[\\{}]*$/.test(name)
    ? await git.fetch(name.replace(/^origin\//, ""))
    : { message: "only a branch, a tag or a commit can be fetched" };
  if ("commit" in fetched) return { kind: "commit", commit: fetched.commit, what, note: "" };
  return {
    kind: "failed",
    message: `The base ${JSON.stringify(name)} is not in this clone and cannot be fetched: ${fetched.message}. Check out with \`fetch-depth: 0\`, and with \`persist-credentials\` as it is by default.`,
  };
}
