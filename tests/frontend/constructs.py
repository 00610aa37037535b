"""One of each construct of Python's, written without needless commas."""

from typing import Final

CONSTRUCTS: Final = '''\
"""Everything."""
import a, b.c as d
from .e import f as g, h
from i import *


@j
@k.l(1)
async def m(n, /, o: int, p=2, *q, r, s=t, **u) -> v:
    async with w as (x, y), z:
        await aa
    async for ab in ac:
        yield ab
    return [ad async for ad in ae if ad if not ad]


class af(ag, metaclass=ah):
    ai: aj = 1
    ak: al

    def am(self, *, an=1):
        global ao, ap
        del self.x, self.y[0]
        yield from (aq for aq in self if aq)


if ar if as_ else at:
    pass
elif au and (av or not aw):
    ax += ay
else:
    raise az from ba
while bb < bc <= bd is not be not in bf:
    break
else:
    bg = lambda bh, *bi, bj=1, **bk: (bh, bi, bj, bk)
try:
    assert bl, bm
except (bn, bo) as bp:
    raise
except bq:
    continue_ = ~br ** -bs
else:
    bt, *bu = bv = [bw, *bx, (by,)]
finally:
    bz[ca:cb:cc, ...], cd[ce] = {cf: cg, **ch}, {ci, *cj}
for (ck, cl) in cm:
    print(f"{ck} {cl!r:>{cn}} {co=}" "text" rf"{cp['q']}", *cq, sep=(cr), **cs)
else:
    ct = {cu: cv for cu, cv in cw}, {cx for cx in cy for cz in cx}
if (da := db): dc = 1.5j; dd = 0x10
match de:
    case df.dg | -1 | "dh" if di:
        pass
    case [dj, *dk] | (dl, dm) | do, *_:
        pass
    case {"dp": dq, **dr}:
        pass
    case ds(dt, du=dv) as dw:
        pass
    case None | (dx as dy):
        pass
'''
