/** The prose of the methodology page: what the code does, in plain words. Kept beside nothing it could repeat. */

export const HOW: readonly string[] = [
  'A definition is read, never run: the name, the title, the description, the parameters and their documented values, as the server lists them.',
  'The text is parsed into acts: a verb with what it acts on. Negations, what is said of other tools, and words that are nouns where they stand are told apart.',
  'Rules match acts and parameters. Each finds one effect, fact, flag or signal and points at the words it fired on; no rule names a category or a level.',
  'The table of effects below does that alone. The level is the highest among the effects; the category is that of the strongest, Financial over Destructive, Execute, Write and Read.',
  'A verdict speaks of one successful call with ordinary arguments that a caller may choose, not of a malicious server.',
  'Where no effect is found the tool is Unclassified and Unrated, and its advice is that of High. It is never called Low.',
  'What the author claims in annotations never lowers a level; a claim that contradicts the verdict is reported on the page.',
  'No model is involved and nothing is random: the same definition gets the same category and level on every server.',
];

export const CONFIDENCE: readonly string[] = [
  'Confidence says how much independent evidence carries a category. The name, the text and the schema are its witnesses. It is high where two of them show the category in a complete definition that was observed, and medium where one does.',
  'A missing description, a missing input schema and an author’s claim that contradicts the category (read-only, not read-only, or not destructive) each take one step away; a definition that was read on a printed page, never observed, takes two. An Unclassified tool has low confidence.',
];

export const SUBMIT: readonly string[] = [
  'The labels stand in catalog/labels of the repository, with the definitions in catalog/servers. Write one line of JSON for each labelled tool, with its category and level in the words of the table above; confidence and flags may follow.',
  'Then run `npm run -s toolwarden -- eval --predictions FILE`. It prints your figures beside ours and beside those of the plain verb list, on both halves. To have them listed here, send the file with a word on how it was made; what was tuned on a frozen label is not listed.',
];

export const SUBMIT_LINE =
  '{"id": "filesystem/write_file", "category": "Write", "risk": "Medium", "confidence": "high", "flags": []}';

export const LIMITS: readonly string[] = [
  'A definition can lie. What the server does beyond its text cannot be seen here.',
  'Capability is not malice. A Critical tool can be the right tool, and no tool is called harmless: a Low one can be part of an attack.',
  'Rules know the words they know. A text that describes its effect in other words, or in a language the lexicons do not hold, is read worse; an author who knows the lists can write around them.',
  'A hidden instruction in words that match none of the indicators is not found.',
  'Each tool is judged by itself. What several tools can do together is more than any of their levels says.',
  'The labels are a sample rich in strong verbs, at most 20 tools of a server: rates here are not rates in the wild. Both passes follow the same guide, so that they agree shows that the guide is clear, not that it is right.',
  'Frozen labels were set aside when the first rules already stood, and their definitions were in the catalogue while rules were written. No rule is changed because of a frozen label: a server whose labels were looked at to change one counts as tuned from then on.',
];
