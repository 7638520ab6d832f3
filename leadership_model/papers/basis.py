"""What every paper says at its foot: 基准日期, 模型版本, 数据状态."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.versions import used_by
from leadership_model.assessment.world import World
from leadership_model.people.seating import Seating
from leadership_model.structure import versions
from leadership_model.structure.model import Model

MANY = 3  # so many versions are named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The month, the versions in use and the state of the data. `unknown` None: not counted.

    `number` is the change number of the base: two papers of one number rest on the same records.
    """

    as_of: int
    models: tuple[Model, ...] = ()
    number: int | None = None
    unknown: int | None = None
    what: str = "项"

    @property
    def foot(self) -> str:
        """The line for the foot of a paper."""
        return "　".join(
            (
                f"基准日期 {months.show_iso(self.as_of)}",
                f"模型版本 {self.versions}",
                f"数据状态 {self.state}",
            )
        )

    @property
    def versions(self) -> str:
        """The versions in use: named where they are few, else counted with the latest month."""
        if not self.models:
            return "未使用结构模型"
        if len(self.models) <= MANY:
            return versions.names(self.models)
        latest = max(each.effective for each in self.models)
        since = f"，最近 {months.show_iso(latest)} 起" if latest else "，均随程序提供"
        return f"现行 {len(self.models)} 个版本{since}"

    @property
    def state(self) -> str:
        """The change number and how much is unknown."""
        parts = ["未入库" if self.number is None else f"第 {self.number} 号变更"]
        if self.unknown is not None:
            parts.append(f"待核 {self.unknown} {self.what}" if self.unknown else "无待核")
        return "，".join(parts)


def basis_of(
    world: World,
    assessments: Sequence[Assessment] = (),
    *,
    unknown: int | None = None,
    what: str = "项",
) -> Basis:
    """Give the basis of a paper on some teams; `unknown` None: their unknown findings and rules."""
    models = {
        (model.id, model.version): model
        for each in assessments
        for model in used_by(world, each.team)
    }
    found = doubts(assessments) if unknown is None and assessments else unknown
    return Basis(
        as_of=world.as_of,
        models=tuple(models.values()),
        number=world.snapshot.number or None,
        unknown=found,
        what=what,
    )


def of_records(seating: Seating) -> Basis:
    """Give the basis of a paper that shows records and uses no model."""
    return Basis(as_of=seating.as_of, number=seating.snapshot.number or None)


def doubts(assessments: Iterable[Assessment]) -> int:
    """Count what cannot be said of some teams: requirements and rules that are 待核."""
    return sum(
        sum(finding.verdict == "unknown" for finding in each.findings)
        + sum(result.result == "unknown" for result in each.rules)
        for each in assessments
    )
