"""PolNeAR's training part in, `src/rashomon/data/attributions.npz` out: the weights of `rashomon.extract.tagger`.

    pip install torch==2.13.0 && RASHOMON_CORPORA=... python scripts/train_tagger.py

Torch is needed here alone. Seeds are fixed; on two cores it takes about twelve minutes to parse the corpus (kept in the
folder that --cache names) and six to train. --held-out N leaves out every Nth text and says how well the rest does on them.
"""

import argparse
import json
import pickle
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from bench.tasks import attributions as task
from rashomon import pipeline
from rashomon.extract.tagger import features
from rashomon.extract.tagger.network import DILATIONS, LABELS, RELATIONS
from rashomon.model import Block, Document, Quotation
from rashomon.text.parse import Parse

OUT = Path(__file__).parents[1] / "src/rashomon/data/attributions.npz"
DRAWN = {"word": 48, "suffix": 16, "shape": 6, "tag": 16, "dep": 16, "entity": 8, "lexicon": 16, "quote": 6}
SEEN = {"word": 3, "suffix": 8}
"""How often a category has to be seen to be one."""
WIDTH, PAIR_WIDTH, LAYERS = 128, 96, 3
HEADS = ("VERB", "NOUN", "AUX")
NEVER = -1e4


@dataclass
class Text:
    """A parsed text with one reading of who says what in it."""

    parse: Parse
    quotations: Sequence[Quotation]
    said: Sequence[task.Said]


# -- the corpus ----------------------------------------------------------------------------------------------------


def texts(part: str, cache: Path | None) -> list[Text]:
    """The texts of a part, each once for every annotator; parsed once, and kept in the folder `cache`."""
    kept = cache / f"{part}.pickle" if cache else None
    if kept and kept.exists():
        return [Text(*fields) for fields in pickle.loads(kept.read_bytes())]
    parsed: dict[str, tuple[Parse, Sequence[Quotation]]] = {}
    found = []
    for item in task.gold(part):
        if item.text not in parsed:
            blocks = tuple(Block(start=m.start(), end=m.end(), role="paragraph") for m in re.finditer(r"\S[^\n]*", item.text))
            document = Document(id="d", file="d", sha256="", text=item.text, blocks=blocks)
            made = pipeline.find(document, ("quotations",))
            parsed[item.text] = made.parse, made.quotations
        found.append(Text(*parsed[item.text], item.said))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps([(t.parse, t.quotations, t.said) for t in found]))
    return found


def labelled(text: Text) -> dict[int, dict[int, int]]:
    """For each cue's head word, the labels of the tokens that belong to its attribution (by number, O left out)."""
    found: dict[int, dict[int, int]] = {}
    for said in text.said:
        cue = _tokens(text.parse, said.cue)
        if not cue or (head := _head(text.parse, cue)) in found:
            continue
        labels: dict[int, int] = {}
        for name, stretches in (("source", said.source), ("content", said.content), ("cue", said.cue)):
            tokens = _tokens(text.parse, stretches)
            for at, token in enumerate(tokens):
                inside = at > 0 and not _between(text.parse, tokens[at - 1], token)
                labels[token] = LABELS.index(f"{'I' if inside else 'B'}-{name}")
        found[head] = labels
    return found


def _tokens(parse: Parse, stretches: Sequence[task.Stretch]) -> list[int]:
    """The words that stretches of text touch."""
    inside: set[int] = set()
    for start, end in stretches:
        first, last = np.searchsorted(parse.end, start, "right"), np.searchsorted(parse.start, end, "left")
        inside.update(t for t in range(int(first), int(last)) if parse.pos[t] != "SPACE")
    return sorted(inside)


def _between(parse: Parse, left: int, right: int) -> bool:
    return any(parse.pos[t] != "SPACE" for t in range(left + 1, right))


def _head(parse: Parse, cue: Sequence[int]) -> int:
    """The word of a cue on which the others hang; a verb before a noun before others."""
    tops = [t for t in cue if parse.head[t] not in cue or parse.head[t] == t] or list(cue)
    return min(
        tops, key=lambda t: (["VERB", "NOUN", "AUX"].index(parse.pos[t]) if parse.pos[t] in ("VERB", "NOUN", "AUX") else 3, t)
    )


def tables(found: Sequence[Text]) -> dict[str, dict[str, int]]:
    """The categories of each column, by how often they are seen, from 1."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in features.COLUMNS}
    for text in {id(t.parse): t for t in found}.values():
        for name, values in features.described(text.parse, text.quotations).items():
            counts[name].update(values)
    made = {}
    for name, counted in counts.items():
        kept = [v for v, n in counted.items() if v and n >= SEEN.get(name, 1)]
        made[name] = {v: i for i, v in enumerate(sorted(kept, key=lambda v: (-counted[v], v)), 1)}
    return made


# -- the same network as in `rashomon.extract.tagger.network`, to learn -----------------------------------------------


class Example:
    """A text as tensors."""

    def __init__(self, text: Text, known: dict[str, dict[str, int]]) -> None:
        held = features.words(text.parse, text.quotations, known)
        runs = features.stretches(text.parse)
        token, _ = features.sequence(held, runs)
        place, head, rows = features.placed(held, token)
        self.rows, self.head = torch.from_numpy(rows), torch.from_numpy(head)
        self.mask = torch.from_numpy((token >= 0).astype(np.float32))[:, None]
        said = labelled(text)
        heads = sorted(said)
        self.cues = torch.zeros(len(token))
        self.cues[torch.from_numpy(place[heads]).long()] = 1.0
        self.paired = bool(heads)
        if not heads:
            return
        found = features.pairs(held, heads, runs)
        inside = found.token >= 0
        self.inside = torch.from_numpy(inside)
        self.token = torch.from_numpy(np.where(inside, place[found.token], 0))
        self.cue = torch.from_numpy(place[found.cue])
        self.which = torch.from_numpy(found.which)
        self.relations = {name: torch.from_numpy(getattr(found, name)) for name in RELATIONS}
        wanted = [said[heads[w]].get(t, 0) for t, w in zip(found.token.tolist(), found.which.tolist(), strict=True)]
        self.labels = torch.tensor(wanted)


class Learner(nn.Module):
    """The network with what only training needs: dropout, and words forgotten now and then."""

    def __init__(self, known: dict[str, dict[str, int]], dropout: float, forgotten: float) -> None:
        super().__init__()
        relations = len(known["dep"]) + 1
        ways = 2 + features.STEPS * (features.STEPS + 2)
        sizes = {"distance": 25, "way": ways, "down": relations, "side": relations, "sentence": 5}
        self.word = nn.ModuleDict({name: nn.Embedding(len(known[name]) + 1, size) for name, size in DRAWN.items()})
        self.relation = nn.ModuleDict({name: nn.Embedding(sizes[name], PAIR_WIDTH) for name in RELATIONS})
        for table in (*self.word.values(), *self.relation.values()):
            nn.init.normal_(table.weight, std=0.1)
        self.read = nn.Linear(2 * sum(DRAWN.values()), WIDTH)
        self.near = nn.ModuleList(nn.Linear(4 * WIDTH, WIDTH) for _ in range(LAYERS))
        self.norm = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(LAYERS + 1))
        self.cue_ = nn.Linear(WIDTH, 1)
        self.own, self.other = nn.Linear(WIDTH, PAIR_WIDTH), nn.Linear(WIDTH, PAIR_WIDTH)
        self.pairnear = nn.ModuleList(nn.Linear(3 * PAIR_WIDTH, PAIR_WIDTH) for _ in range(LAYERS))
        self.pairnorm = nn.ModuleList(nn.LayerNorm(PAIR_WIDTH) for _ in range(LAYERS + 1))
        self.label = nn.Linear(PAIR_WIDTH, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.drop, self.forgotten = nn.Dropout(dropout), forgotten
        self.register_buffer("allowed", torch.tensor(allowed()))

    def encoded(self, example: Example) -> Tensor:
        rows = example.rows
        if self.training:
            rows = rows.clone()
            rows[torch.rand(len(rows)) < self.forgotten, features.COLUMNS.index("word")] = 0
        drawn = torch.cat([self.word[name](rows[:, i]) for i, name in enumerate(features.COLUMNS)], 1)
        drawn = self.drop(drawn) * example.mask
        state = self.norm[0](torch.relu(self.read(torch.cat([drawn, drawn[example.head]], 1)))) * example.mask
        for near, norm in zip(self.near, self.norm[1:], strict=True):
            around = torch.cat([state.roll(1, 0), state, state.roll(-1, 0), state[example.head]], 1)
            state = norm(state + self.drop(torch.relu(near(around)))) * example.mask
        return state

    def labels(self, state: Tensor, example: Example) -> Tensor:
        mask = example.inside.float()[:, None]
        pair = self.own(state)[example.token] + self.other(state)[example.cue]
        for name, values in example.relations.items():
            pair = pair + self.relation[name](values)
        pair = self.pairnorm[0](self.drop(torch.relu(pair))) * mask
        for layer, (near, norm) in enumerate(zip(self.pairnear, self.pairnorm[1:], strict=True)):
            step = DILATIONS[layer % len(DILATIONS)]
            around = torch.cat([pair.roll(step, 0), pair, pair.roll(-step, 0)], 1)
            pair = norm(pair + self.drop(torch.relu(near(around)))) * mask
        return self.label(pair)

    def loss(self, example: Example) -> tuple[Tensor, Tensor]:
        """What the cues cost, and what the labels around the cues do."""
        state = self.encoded(example)
        inside = example.mask[:, 0] > 0
        scores = self.cue_(state)[:, 0]
        cues = functional.binary_cross_entropy_with_logits(scores[inside], example.cues[inside], reduction="sum")
        if not example.paired:
            return cues, torch.zeros(())
        return cues, self._sequences(self.labels(state, example), example)

    def _sequences(self, scores: Tensor, example: Example) -> Tensor:
        """The negative log likelihood of the labels as whole sequences (a linear-chain CRF)."""
        which = example.which[example.inside]
        scores, wanted = scores[example.inside], example.labels[example.inside]
        lengths = torch.bincount(which)
        ends = lengths.cumsum(0)
        columns = torch.arange(len(which)) - (ends - lengths)[which]
        grid = scores.new_zeros(len(lengths), int(lengths.max()), len(LABELS))
        grid[which, columns] = scores
        cost = self.transitions + self.allowed
        first = columns == 0
        right = scores.gather(1, wanted[:, None]).sum() + cost[wanted[:-1], wanted[1:]][~first[1:]].sum()
        best = grid[:, 0] + self.allowed[0]
        for column in range(1, grid.shape[1]):
            there = (lengths > column)[:, None]
            best = torch.where(there, torch.logsumexp(best[:, :, None] + cost, 1) + grid[:, column], best)
        return torch.logsumexp(best, 1).sum() - right


def allowed() -> list[list[float]]:
    """No label goes on that has not begun."""
    return [[NEVER if after.startswith("I") and before[1:] != after[1:] else 0.0 for after in LABELS] for before in LABELS]


def learn(found: Sequence[Example], known: dict[str, dict[str, int]], options: argparse.Namespace) -> Learner:
    """A learner that has seen all examples `epochs` times."""
    net = Learner(known, options.dropout, options.forgotten)
    optimizer = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=0.01)
    steps = options.epochs * (len(found) // options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, s / 100) * max(0.01, 1 - s / steps))
    for epoch in range(options.epochs):
        order = list(range(len(found)))
        random.shuffle(order)
        total = [0.0, 0.0]
        for batch in _batches(order, options.batch):
            losses = [net.loss(found[i]) for i in batch]
            cues, labels = (torch.stack(part).sum() for part in zip(*losses, strict=True))
            optimizer.zero_grad()
            ((3 * cues + labels) / (300 * len(batch))).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total = [total[0] + cues.item(), total[1] + labels.item()]
        print(f"epoch {epoch}: cues {total[0] / len(found):.1f} labels {total[1] / len(found):.1f}", flush=True)
    return net.eval()


def _batches(order: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (order[i : i + size] for i in range(0, len(order) - size + 1, size))


# -- out -----------------------------------------------------------------------------------------------------------


def written(net: Learner, known: dict[str, dict[str, int]], threshold: float, out: Path) -> None:
    """The weights as half floats, matrices as they are multiplied from the left, and all else as JSON."""
    arrays = {}
    for name, value in net.state_dict().items():
        if name == "allowed":
            continue
        kept = (value + net.allowed if name == "transitions" else value).numpy()
        matrix = name.endswith(".weight") and kept.ndim == 2 and not name.startswith(("word.", "relation."))
        name = name.replace("cue_.", "cue.")
        name = name.removesuffix(".weight") if name.startswith(("word.", "relation.")) else name
        arrays[name] = (kept.T if matrix else kept).astype(np.float16)
    about = {"threshold": threshold, "tables": {name: list(values) for name, values in known.items()}}
    arrays["about"] = np.frombuffer(json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode(), dtype=np.uint8)
    np.savez_compressed(out, **arrays)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cache", type=Path)
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--held-out", type=int, default=0)
    options.add_argument("--epochs", type=int, default=8)
    options.add_argument("--batch", type=int, default=2)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--dropout", type=float, default=0.3)
    options.add_argument("--forgotten", type=float, default=0.1)
    options.add_argument("--threshold", type=float, default=0.45)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    random.seed(0)
    found = texts("train", chosen.cache)
    each = sorted({t.parse.text for t in found})
    held = set(each[:: chosen.held_out]) if chosen.held_out else set()
    learnt = [t for t in found if t.parse.text not in held and len(t.parse)]
    known = tables(learnt)
    net = learn([Example(t, known) for t in learnt], known, chosen)
    written(net, known, chosen.threshold, chosen.out)
    print(f"{chosen.out}: {chosen.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
