"""How every chart looks: the Analysis Function's colours, large type, labels on the picture, no frame."""

from typing import Any

NAVY, TEAL, PLUM, ORANGE = "#12436D", "#28A197", "#801650", "#F46A25"
INK, GREY, GRID, BAND, ALERT = "#0b0c0c", "#595959", "#cecece", "#d2e2f1", "#b10e1e"
FONT = "Helvetica Neue, Helvetica, Arial, sans-serif"

AXIS: dict[str, Any] = {
    "labelFont": FONT,
    "labelFontSize": 16,
    "labelColor": GREY,
    "titleFont": FONT,
    "titleFontSize": 16,
    "titleColor": GREY,
    "titleFontWeight": "normal",
    "gridColor": GRID,
    "domainColor": GREY,
    "tickColor": GREY,
    "labelPadding": 6,
}

CONFIG: dict[str, Any] = {
    "background": "#ffffff00",
    "font": FONT,
    "view": {"stroke": None},
    "axis": AXIS,
    "text": {"font": FONT, "fontSize": 16, "color": INK},
    "legend": {
        "labelFont": FONT,
        "labelFontSize": 16,
        "labelColor": INK,
        "title": None,
        "orient": "top",
        "symbolType": "square",
        "symbolSize": 240,
        "symbolStrokeWidth": 1.5,
        "labelLimit": 400,
        "columnPadding": 40,
    },
    "padding": {"left": 8, "right": 8, "top": 8, "bottom": 4},
}
