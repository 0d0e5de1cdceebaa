"""The themes that Textual is given: each role of a palette as a color or a variable of the style sheets."""

from textual.color import Color
from textual.theme import Theme

from ceulog.tui.palettes import DARK, LIGHT, PALETTES, PREFIX, TERMINAL, TERMINAL_LIGHT, Palette

_ROLES = (
    "muted", "field", "focus", "cursor", "cursor_blurred", "rule", "bar_earned", "bar_planned", "bar_preview",
    "bar_missing", "behind", "overdue", "complete", "cursor_style", "cursor_blurred_style", "panel_edge",
)  # fmt: skip
"""The roles that Textual has no name for."""


def themes() -> list[Theme]:
    """All themes, as Textual takes them."""
    return [_theme(f"{PREFIX}{name}", palette) for name, palette in PALETTES.items()]


def role_variables(palette: Palette) -> dict[str, str]:
    """The roles as variables of the style sheets: `bar_earned` is `$bar-earned`."""
    return {role.replace("_", "-"): getattr(palette, role) for role in _ROLES}


def variables_for(theme: Theme) -> dict[str, str]:
    """The roles for a theme that is not ours, worked out from the few colors that it has."""
    if theme.ansi:
        return role_variables(TERMINAL if theme.dark else TERMINAL_LIGHT)
    base = DARK if theme.dark else LIGHT
    background = Color.parse(theme.background or base.background)
    foreground = Color.parse(theme.foreground or background.inverse)
    accent = Color.parse(theme.accent or theme.primary)
    primary = Color.parse(theme.primary)
    raised, lit = background.blend(foreground, 0.08), background.blend(accent, 0.22)
    found = base._replace(
        muted=background.blend(foreground, 0.7).hex,
        field=raised.hex,
        focus=lit.hex,
        cursor=lit.hex,
        cursor_blurred=raised.hex,
        rule=background.blend(foreground, 0.3).hex,
        bar_earned=primary.hex,
        bar_planned=primary.blend(foreground, 0.4).hex,
        bar_preview=Color.parse(theme.secondary or theme.primary).hex,
        bar_missing=background.blend(foreground, 0.4).hex,
        behind=theme.warning or base.behind,
        overdue=theme.error or base.overdue,
        complete=theme.success or base.complete,
    )
    return role_variables(found)


def _theme(name: str, colors: Palette) -> Theme:
    ansi = colors.background.startswith("ansi_")
    dark = not name.endswith("light")
    return Theme(
        name=name,
        ansi=ansi,
        dark=dark,
        primary=colors.accent,
        secondary=colors.accent,
        accent=colors.accent,
        warning=colors.behind,
        error=colors.overdue,
        success=colors.complete,
        foreground=colors.foreground,
        background=colors.background,
        surface=colors.surface,
        panel=colors.field,
        boost=colors.field,
        variables={**role_variables(colors), **_for_widgets(colors), **(_for_ansi(dark=dark) if ansi else {})},
    )


def _for_widgets(colors: Palette) -> dict[str, str]:
    """Our colors under the names that Textual's own widgets ask for."""
    return {
        "text-muted": colors.muted,
        "text-disabled": colors.muted,
        "foreground-muted": colors.muted,
        "accent": colors.accent,  # else it comes a shade off, by way of another color space
        "text-accent": colors.accent,
        "text-primary": colors.accent,
        "text-secondary": colors.accent,
        "text-warning": colors.behind,
        "text-error": colors.overdue,
        "text-success": colors.complete,
        "border": colors.accent,
        "border-blurred": colors.rule,
        "block-cursor-foreground": colors.background,
        "block-cursor-background": colors.accent,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": colors.foreground,
        "block-cursor-blurred-background": colors.cursor_blurred,
        "button-foreground": colors.foreground,
        "button-color-foreground": colors.background,
        "input-cursor-background": colors.foreground,
        "input-cursor-foreground": colors.background,
        "input-selection-background": colors.cursor,
        "input-selection-foreground": colors.foreground,
        "scrollbar": colors.rule,
        "scrollbar-hover": colors.muted,
        "scrollbar-active": colors.accent,
        "scrollbar-background": colors.background,
        "scrollbar-background-hover": colors.background,
        "scrollbar-background-active": colors.background,
        "scrollbar-corner-color": colors.background,
        "link-color": colors.accent,
        "footer-key-foreground": colors.accent,
    }


def _for_ansi(*, dark: bool) -> dict[str, str]:
    """Where the terminal's default color would stand on itself."""
    front, back = ("ansi_black", "ansi_white") if dark else ("ansi_bright_white", "ansi_blue")
    return {
        "ansi-background": "ansi_black" if dark else "ansi_white",
        "ansi-foreground": "ansi_white" if dark else "ansi_black",
        "block-cursor-foreground": front,
        "block-cursor-background": back,
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "button-color-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": back,
        "input-selection-foreground": front,
        "scrollbar": "ansi_blue",
        "scrollbar-hover": "ansi_blue",
    }
