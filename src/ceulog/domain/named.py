"""`NamedTuple` as `typing` has it, made in a fraction of the time.

A command imports some fifty record classes, and for each of them the standard one compiles a constructor and makes
copies of six methods: together half the time that Python takes to start. Here the methods are inherited, and a
constructor is compiled when the first record is made. To type checkers, and from Python 3.14 on, where annotations
are worked out late, it is the standard one.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple
else:
    from _collections import _tuplegetter

    class _Making(type):
        """Makes a class of records from the annotations in its body."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"in {name} a field without a default stands behind one with a default")
            body |= {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            body["__slots__"] = ()
            body["__match_args__"] = body["_fields"] = fields
            body["_field_defaults"] = defaults
            return super().__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Making):
        """The base of all classes of records, and what all records can do."""

        def __new__(cls, /, *values, **named):
            """A record; the first one of its class has the constructor compiled."""
            cls.__new__ = _constructor(cls)
            return cls.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def _constructor(cls):
        names = ", ".join(cls._fields)
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": tuple.__new__})  # noqa: S307 - our own names
        made.__name__, made.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
        made.__defaults__ = tuple(cls._field_defaults.values())
        return made


__all__ = ["NamedTuple"]
