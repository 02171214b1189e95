package com.contractorportal.report;

import com.contractorportal.customer.Units;
import com.contractorportal.geo.Distance;
import com.contractorportal.geo.Position;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Charts and maps on paper, drawn as lines and letters. */
final class PaperDrawings {

  private static final float HEADING = 9;
  private static final float LETTER = 7;
  private static final float INSET = 8;
  private static final int MOST_NAMES = 15;

  private static final Color BAR = new Color(0x2f, 0x6f, 0xa8);
  private static final Color INK = new Color(0x22, 0x2b, 0x33);
  private static final Color GREY = new Color(0x55, 0x60, 0x6b);
  private static final Color FRAME = new Color(0xb8, 0xc4, 0xd0);
  private static final Color STATE = new Color(0x8b, 0x98, 0xa5);
  private static final Color COUNTY = new Color(0xd0, 0xd8, 0xdf);
  private static final Color LAND = new Color(0xfb, 0xfc, 0xfa);

  private final PdfContentByte content;
  private final ReportSetting setting;
  private final Words words;
  private final Readable readable;

  PaperDrawings(PdfContentByte content, ReportSetting setting, Words words, Readable readable) {
    this.content = content;
    this.setting = setting;
    this.words = words;
    this.readable = readable;
  }

  /**
   * Bars that lie, each with its name before and its value behind.
   *
   * @param others what has no bar, only told
   */
  PdfTemplate bars(
      String heading,
      Column of,
      List<Tally.Bar> bars,
      BigDecimal others,
      float width,
      float height) {
    PdfTemplate to = begin(heading, width, height);
    float names = width * 0.36f;
    float room = width - names - 48;
    float line = (height - HEADING - 12) / Math.max(bars.size() + 1, 6);
    BigDecimal largest = largest(bars);
    float y = height - HEADING - 10 - line;
    for (Tally.Bar bar : bars) {
      float length = room * share(bar.value(), largest);
      to.setColorFill(BAR);
      to.rectangle(names, y + line * 0.15f, Math.max(length, 0.5f), line * 0.7f);
      to.fill();
      float text = y + line / 2 - LETTER * 0.35f;
      write(to, fitting(bar.label(), names - 6), names - 5, text, Element.ALIGN_RIGHT, INK);
      write(to, readable.of(of, bar.value()), names + length + 4, text, Element.ALIGN_LEFT, INK);
      y -= line;
    }
    if (others.signum() > 0) {
      float text = y + line / 2 - LETTER * 0.35f;
      write(to, words.say("others"), names - 5, text, Element.ALIGN_RIGHT, GREY);
      write(to, readable.of(of, others), names, text, Element.ALIGN_LEFT, GREY);
    }
    return to;
  }

  /** Bars that stand, one for each day from the first to the last that has any. */
  PdfTemplate columns(String heading, Column of, List<Tally.Bar> bars, float width, float height) {
    PdfTemplate to = begin(heading, width, height);
    List<Tally.Bar> days =
        bars.stream().sorted(Comparator.comparing(bar -> (LocalDate) bar.key())).toList();
    LocalDate first = (LocalDate) days.get(0).key();
    LocalDate last = (LocalDate) days.get(days.size() - 1).key();
    long span = Math.max(last.toEpochDay() - first.toEpochDay() + 1, 10);
    BigDecimal largest = largest(days);
    float left = 40;
    float base = 16;
    float room = height - HEADING - 22 - base;
    float step = (width - left - 4) / span;
    to.setColorStroke(FRAME);
    to.setLineWidth(0.5f);
    for (int i = 0; i <= 2; i++) {
      float y = base + room * i / 2;
      to.moveTo(left, y);
      to.lineTo(width, y);
      to.stroke();
      BigDecimal value = largest.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(2));
      write(to, readable.of(of, value), left - 4, y - 2.5f, Element.ALIGN_RIGHT, GREY);
    }
    to.setColorFill(BAR);
    for (Tally.Bar day : days) {
      float x = left + step * (((LocalDate) day.key()).toEpochDay() - first.toEpochDay());
      float length = room * share(day.value(), largest);
      to.rectangle(x + step * 0.1f, base, Math.min(step * 0.8f, 24), length);
    }
    to.fill();
    write(to, readable.date(first), left, 5, Element.ALIGN_LEFT, GREY);
    if (!last.equals(first)) {
      float x = Math.max(left + step * (last.toEpochDay() - first.toEpochDay() + 1), left + 100);
      write(to, readable.date(last), x, 5, Element.ALIGN_RIGHT, GREY);
    }
    return to;
  }

  /** Dots where work was done, the more the larger, over the lines of states and counties. */
  PdfTemplate map(Tally tally, float width, float height) {
    List<Tally.Dot> dots =
        tally.dots().stream().sorted(Comparator.comparing(Tally.Dot::value).reversed()).toList();
    PdfTemplate to =
        begin(
            tally.leavesOutDots()
                ? words.say("map") + " – " + words.say("map.cut", readable.number(dots.size(), 0))
                : words.say("map"),
            width,
            height);
    float top = height - HEADING - 8;
    to.setColorStroke(FRAME);
    to.setColorFill(LAND);
    to.setLineWidth(0.5f);
    to.rectangle(1, 1, width - 2, top - 2);
    to.fillStroke();
    if (dots.isEmpty()) {
      write(to, words.say("map.none"), width / 2, top / 2, Element.ALIGN_CENTER, GREY);
      return to;
    }
    MapView view =
        MapView.around(dots.stream().map(Tally.Dot::at).toList(), width, top, 2 * INSET + 6);
    to.saveState();
    to.rectangle(1, 1, width - 2, top - 2);
    to.clip();
    to.newPath();
    boolean borders = drawBorders(to, view, width, top);
    drawDots(to, view, dots, width);
    to.restoreState();
    drawScale(to, view, width);
    if (borders) {
      write(to, words.say("outlines"), width - INSET, INSET, Element.ALIGN_RIGHT, GREY);
    }
    return to;
  }

  /** Counties first, so that the lines of states lie over theirs. */
  private static boolean drawBorders(PdfTemplate to, MapView view, float width, float height) {
    List<Borders.Line> lines =
        Borders.between(view.at(0, 0), view.at(width, height)).stream()
            .sorted(Comparator.comparing(Borders.Line::ofState))
            .toList();
    for (Borders.Line line : lines) {
      to.setColorStroke(line.ofState() ? STATE : COUNTY);
      to.setLineWidth(line.ofState() ? 1.2f : 0.7f);
      double[] first = line.points()[0];
      to.moveTo(view.x(first[0]), view.y(first[1]));
      for (double[] point : line.points()) {
        to.lineTo(view.x(point[0]), view.y(point[1]));
      }
      to.stroke();
    }
    return !lines.isEmpty();
  }

  private void drawDots(PdfTemplate to, MapView view, List<Tally.Dot> dots, float width) {
    BigDecimal largest = dots.get(0).value();
    List<Rectangle2D> taken = new ArrayList<>();
    to.setLineWidth(0.5f);
    for (Tally.Dot dot : dots) {
      float radius = radius(dot, largest);
      to.setColorFill(BAR);
      to.setColorStroke(Color.WHITE);
      to.circle(view.x(dot.at()), view.y(dot.at()), radius);
      to.fillStroke();
      taken.add(
          new Rectangle2D.Float(
              view.x(dot.at()) - radius, view.y(dot.at()) - radius, 2 * radius, 2 * radius));
    }
    for (Tally.Dot dot : dots.subList(0, Math.min(MOST_NAMES, dots.size()))) {
      String name = fitting(dot.label(), width / 3);
      float length = PaperFonts.plain().getWidthPoint(name, LETTER);
      float x = view.x(dot.at()) + radius(dot, largest) + 2;
      if (x + length > width - 3) {
        x = view.x(dot.at()) - radius(dot, largest) - 2 - length;
      }
      float y = view.y(dot.at()) - LETTER * 0.35f;
      Rectangle2D place = new Rectangle2D.Float(x, y - 1, length, LETTER);
      if (taken.stream().noneMatch(place::intersects)) {
        taken.add(place);
        write(to, name, x, y, Element.ALIGN_LEFT, INK);
      }
    }
  }

  private static float radius(Tally.Dot dot, BigDecimal largest) {
    return 2 + 4 * (float) Math.sqrt(share(dot.value(), largest));
  }

  /** A round length, at most a third of the map. */
  private void drawScale(PdfTemplate to, MapView view, float width) {
    boolean imperial = setting.units() == Units.IMPERIAL;
    double metres = view.metresAPoint() * width / 3;
    double unit = imperial ? 1_609.344 : 1_000;
    String name = imperial ? "mi" : "km";
    if (metres < unit) {
      unit = imperial ? 0.3048 : 1;
      name = imperial ? "ft" : "m";
    }
    double power = Math.pow(10, Math.floor(Math.log10(metres / unit)));
    double first = metres / unit / power;
    double length = (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
    float points = (float) (length * unit / view.metresAPoint());
    to.setColorStroke(INK);
    to.setLineWidth(1);
    to.moveTo(INSET, INSET + 3);
    to.lineTo(INSET, INSET);
    to.lineTo(INSET + points, INSET);
    to.lineTo(INSET + points, INSET + 3);
    to.stroke();
    write(
        to,
        readable.number(length, 0) + " " + words.unit(name),
        INSET + points + 4,
        INSET,
        Element.ALIGN_LEFT,
        INK);
  }

  private PdfTemplate begin(String heading, float width, float height) {
    PdfTemplate to = content.createTemplate(width, height);
    to.setColorFill(INK);
    to.beginText();
    to.setFontAndSize(PaperFonts.plain(), HEADING);
    to.showTextAligned(Element.ALIGN_LEFT, PaperFonts.printable(heading), 0, height - HEADING, 0);
    to.endText();
    return to;
  }

  private static void write(
      PdfTemplate to, String text, float x, float y, int alignment, Color color) {
    to.setColorFill(color);
    to.beginText();
    to.setFontAndSize(PaperFonts.plain(), LETTER);
    to.showTextAligned(alignment, PaperFonts.printable(text), x, y, 0);
    to.endText();
  }

  /** As much of the text as there is room for. */
  private static String fitting(String text, float room) {
    String shown = PaperFonts.printable(text);
    if (PaperFonts.plain().getWidthPoint(shown, LETTER) <= room) {
      return shown;
    }
    int end = shown.length();
    while (end > 1
        && PaperFonts.plain().getWidthPoint(shown.substring(0, end) + "…", LETTER) > room) {
      end = shown.offsetByCodePoints(end, -1);
    }
    return shown.substring(0, end).strip() + "…";
  }

  private static BigDecimal largest(List<Tally.Bar> bars) {
    return bars.stream().map(Tally.Bar::value).reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  private static float share(BigDecimal value, BigDecimal largest) {
    return largest.signum() == 0 ? 0 : value.floatValue() / largest.floatValue();
  }

  /**
   * Places on a flat piece of paper: degrees as they are, those of longitude narrowed by the
   * latitude of the middle. Good for what one company works at.
   */
  record MapView(
      double west, double south, double narrowing, double pointsADegree, float left, float bottom) {

    private static final double METRES_A_DEGREE =
        Distance.metres(new Position(0, 0), new Position(1, 0));

    /** About a kilometre: nearer than that, a map shows nothing. */
    private static final double LEAST = 0.01;

    static MapView around(List<Position> places, float width, float height, float margin) {
      double south = places.stream().mapToDouble(Position::latitude).min().orElseThrow();
      double north = places.stream().mapToDouble(Position::latitude).max().orElseThrow();
      double west = places.stream().mapToDouble(Position::longitude).min().orElseThrow();
      double east = places.stream().mapToDouble(Position::longitude).max().orElseThrow();
      double narrowing = Math.max(Math.cos(Math.toRadians((south + north) / 2)), 0.01);
      double high = Math.max(north - south, LEAST);
      double wide = Math.max((east - west) * narrowing, LEAST);
      double scale = Math.min((height - 2 * margin) / high, (width - 2 * margin) / wide);
      float left = (float) (width - (east - west) * narrowing * scale) / 2;
      float bottom = (float) (height - (north - south) * scale) / 2;
      return new MapView(west, south, narrowing, scale, left, bottom);
    }

    float x(double longitude) {
      return left + (float) ((longitude - west) * narrowing * pointsADegree);
    }

    float y(double latitude) {
      return bottom + (float) ((latitude - south) * pointsADegree);
    }

    float x(Position at) {
      return x(at.longitude());
    }

    float y(Position at) {
      return y(at.latitude());
    }

    /** What is drawn at a point of the map. */
    Position at(float x, float y) {
      return new Position(
          south + (y - bottom) / pointsADegree, west + (x - left) / narrowing / pointsADegree);
    }

    double metresAPoint() {
      return METRES_A_DEGREE / pointsADegree;
    }
  }
}
