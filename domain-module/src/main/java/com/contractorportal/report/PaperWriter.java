package com.contractorportal.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts the rows of one report on pages: wide ones, of the size that is used where the customer is.
 */
final class PaperWriter {

  /** Where paper is of Letter size (Unicode CLDR, supplemental data, paperSize). */
  private static final Set<String> LETTER =
      Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

  private static final float MARGIN = 36;
  private static final float FOOT = 22;
  private static final float FIGURE_HEIGHT = 190;

  /** Less than a heading and a row need: the section begins on the next page. */
  private static final float ROOM_FOR_SECTION = 60;

  private static final int ROWS_AT_A_TIME = 50;
  private static final int MOST_BARS = 12;
  private static final float HEADING = 7;
  private static final float PADDING = 2.5f;

  private static final Color HEAD = new Color(0xdf, 0xe7, 0xef);
  private static final Color GROUP = new Color(0xf2, 0xf5, 0xf8);
  private static final Color LINE = new Color(0xb8, 0xc4, 0xd0);
  private static final Color GREY = new Color(0x55, 0x60, 0x6b);

  private final ReportForm form;
  private final Paper paper;
  private final ReportSetting setting;
  private final PaperRows columns;
  private final Runnable progress;
  private final Words words;
  private final Readable readable;
  private final Document document;
  private final PdfWriter pdf;
  private int written;

  PaperWriter(
      OutputStream out,
      ReportForm form,
      ReportSetting setting,
      PaperRows columns,
      Runnable progress) {
    this.form = form;
    this.paper = form.paper().orElseThrow();
    this.setting = setting;
    this.columns = columns;
    this.progress = progress;
    this.words = Words.of(setting.locale());
    this.readable = new Readable(setting, words);
    Rectangle page = LETTER.contains(setting.locale().getCountry()) ? PageSize.LETTER : PageSize.A4;
    this.document = new Document(page.rotate(), MARGIN, MARGIN, MARGIN, MARGIN + FOOT);
    this.pdf = PdfWriter.getInstance(document, out);
  }

  /**
   * @param rows those that stand in the table, sorted
   * @param all sums of these and of those that do not
   * @param sections sums of sections, by the values that they have in common
   */
  void write(List<List<Object>> rows, Tally all, Map<List<Object>, Tally> sections)
      throws IOException {
    try {
      describe();
      document.open();
      List<List<List<Object>>> parts = sections(rows);
      boolean drawnApart = paper.sectionBars().isPresent();
      writeHead(rows.size(), all, !drawnApart || parts.size() > 1);
      if (drawnApart) {
        if (parts.size() > 1) {
          document.add(contents(parts, sections));
        }
        for (List<List<Object>> part : parts) {
          if (parts.size() > 1) {
            document.newPage();
          }
          writeSection(part, sections.get(key(part.get(0))));
        }
      } else if (!parts.isEmpty()) {
        writeTogether(parts, sections);
      }
      document.close();
    } catch (DocumentException failure) {
      throw new IOException(failure);
    }
  }

  /** What programs are told of the file; all of it follows from the report. */
  private void describe() {
    pdf.setCloseStream(false);
    pdf.setPageEvent(new Foot());
    pdf.setViewerPreferences(PdfWriter.DisplayDocTitle);
    pdf.getExtraCatalog().put(PdfName.LANG, new PdfString(words.language()));
    document.addTitle(title() + " – " + setting.company());
    document.addAuthor(setting.company());
    document.addCreator("Contractor Portal");
    PdfDate made = new PdfDate(GregorianCalendar.from(setting.asOf().atZone(ZoneOffset.UTC)));
    pdf.getInfo().put(PdfName.CREATIONDATE, made);
    pdf.getInfo().put(PdfName.MODDATE, made);
    UUID id =
        UUID.nameUUIDFromBytes(
            "%s %s %s"
                .formatted(setting.company(), form.kind(), setting.asOf())
                .getBytes(StandardCharsets.UTF_8));
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    pdf.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(bytes, bytes));
  }

  private String title() {
    return words.title(form);
  }

  /**
   * @param drawn with sums and drawings: where there is but one section, they stand there
   */
  private void writeHead(int shown, Tally all, boolean drawn) {
    document.add(paragraph(title(), PaperFonts.bold(18), 0));
    document.add(paragraph(setting.company(), PaperFonts.bold(11), 2));
    document.add(
        paragraph(
            period().map(days -> days + "  ·  ").orElse("")
                + words.say("as_of", readable.time(setting.asOf()))
                + " ("
                + setting.zone()
                + ")",
            PaperFonts.plain(9, GREY),
            2));
    if (all.rows() == 0) {
      document.add(paragraph(words.say("empty"), PaperFonts.plain(10), 12));
      return;
    }
    if (drawn) {
      document.add(sums(all));
      document.add(drawings(all, paper.bars()));
    }
    if (all.rows() > shown) {
      document.add(
          paragraph(
              words.say("cut", readable.number(shown, 0), readable.number(all.rows(), 0)),
              PaperFonts.bold(9),
              0));
    }
  }

  /** The days that are told of, if it is days. */
  private Optional<String> period() {
    Period period = setting.period();
    return period.equals(Period.ALWAYS)
        ? Optional.empty()
        : Optional.of(
            words.say(
                "period",
                readable.date(LocalDate.ofInstant(period.start(), setting.zone())),
                readable.date(LocalDate.ofInstant(period.end().minusNanos(1), setting.zone()))));
  }

  /** Each sum over its name. */
  private PdfPTable sums(Tally tally) {
    List<PdfPCell> cells = new ArrayList<>();
    paper
        .rowsAre()
        .ifPresent(name -> cells.add(sum(words.column(name), readable.number(tally.rows(), 0))));
    for (int i = 0; i < paper.sums().size(); i++) {
      if (tally.sum(i) != null) {
        Column column = columns.column(paper.sums().get(i));
        cells.add(sum(column.title(setting.units(), words), readable.of(column, tally.sum(i))));
      }
    }
    PdfPTable table = new PdfPTable(cells.size());
    table.setTotalWidth(Math.min(width(), cells.size() * 110f));
    table.setLockedWidth(true);
    table.setHorizontalAlignment(Element.ALIGN_LEFT);
    table.setSpacingBefore(8);
    table.setSpacingAfter(6);
    cells.forEach(table::addCell);
    return table;
  }

  private static PdfPCell sum(String name, String value) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingRight(10);
    cell.addElement(paragraph(value, PaperFonts.bold(12), 0));
    cell.addElement(paragraph(name, PaperFonts.plain(7.5f, GREY), 0));
    return cell;
  }

  /** The chart, and the map beside it. */
  private PdfPTable drawings(Tally tally, String bars) {
    PaperDrawings drawings = new PaperDrawings(pdf.getDirectContent(), setting, words, readable);
    float half = (width() - 12) / 2;
    Column drawn = columns.column(paper.drawn());
    Column by = columns.column(bars);
    String heading =
        words.say(
            "by",
            drawn.title(setting.units(), words),
            words.column(bars).toLowerCase(setting.locale()));
    PdfTemplate chart =
        by.type() == Column.Type.DATE
            ? drawings.columns(heading, drawn, tally.bars(), half, FIGURE_HEIGHT)
            : drawings.bars(
                heading,
                drawn,
                tally.largest(MOST_BARS),
                tally.beyond(MOST_BARS),
                half,
                FIGURE_HEIGHT);
    PdfTemplate map = drawings.map(tally, half, FIGURE_HEIGHT);
    PdfPTable table = new PdfPTable(new float[] {half + 6, half + 6});
    table.setWidthPercentage(100);
    table.setSpacingAfter(6);
    table.addCell(figure(chart, 0, 6));
    table.addCell(figure(map, 6, 0));
    return table;
  }

  /** The sections with their sums, a line each. */
  private PdfPTable contents(List<List<List<Object>>> parts, Map<List<Object>, Tally> sections) {
    List<Column> sums = paper.sums().stream().map(columns::column).toList();
    float[] widths = new float[sums.size() + 2];
    Arrays.fill(widths, 1);
    widths[0] = 2;
    widths[1] = 4;
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    table.addCell(heading(words.column(paper.section().get(0)), false));
    table.addCell(heading("", false));
    sums.forEach(sum -> table.addCell(heading(sum.title(setting.units(), words), true)));
    for (List<List<Object>> part : parts) {
      List<Object> first = part.get(0);
      Tally tally = sections.get(key(first));
      table.addCell(
          cell(columns.text(paper.section().get(0), first), PaperFonts.plain(7.5f), false));
      table.addCell(cell(facts(first), PaperFonts.plain(7.5f), false));
      for (int i = 0; i < sums.size(); i++) {
        table.addCell(cell(readable.of(sums.get(i), tally.sum(i)), PaperFonts.plain(7.5f), true));
      }
    }
    return table;
  }

  private static PdfPCell heading(String text, boolean figure) {
    PdfPCell cell = cell(text, PaperFonts.bold(HEADING), figure);
    cell.setBackgroundColor(HEAD);
    cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
    return cell;
  }

  private static PdfPCell figure(PdfTemplate drawing, float left, float right) {
    PdfPCell cell = new PdfPCell(Image.getInstance(drawing), false);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingLeft(left);
    cell.setPaddingRight(right);
    return cell;
  }

  private void writeSection(List<List<Object>> rows, Tally tally) {
    List<Object> first = rows.get(0);
    String heading = columns.text(paper.section().get(0), first);
    PdfContentByte content = pdf.getDirectContent();
    new PdfOutline(
        content.getRootOutline(),
        new PdfDestination(PdfDestination.FITH, pdf.getVerticalPosition(true)),
        heading);
    document.add(paragraph(heading, PaperFonts.bold(13), 0));
    document.add(paragraph(facts(first), PaperFonts.plain(9, GREY), 1));
    document.add(sums(tally));
    document.add(drawings(tally, paper.sectionBars().orElseThrow()));
    PdfPTable table = beginTable();
    addRows(table, rows);
    end(table);
  }

  /** Sections of a few lines each, in one table. */
  private void writeTogether(List<List<List<Object>>> rows, Map<List<Object>, Tally> sections) {
    PdfPTable table = beginTable();
    for (List<List<Object>> section : rows) {
      if (section != rows.get(0)) {
        document.add(table);
        if (pdf.getVerticalPosition(false) - document.bottom() < ROOM_FOR_SECTION) {
          end(table);
          document.newPage();
          table = beginTable();
        }
      }
      List<Object> first = section.get(0);
      Phrase heading =
          new Phrase(printable(columns.text(paper.section().get(0), first)), PaperFonts.bold(9));
      heading.add(
          new Chunk(
              "   " + PaperFonts.printable(facts(first) + "   " + line(sections.get(key(first)))),
              PaperFonts.plain(8, GREY)));
      PdfPCell cell = new PdfPCell(heading);
      cell.setColspan(paper.table().size());
      cell.setBackgroundColor(GROUP);
      cell.setBorder(Rectangle.BOTTOM | Rectangle.TOP);
      cell.setBorderColor(LINE);
      cell.setPadding(4);
      table.addCell(cell);
      addRows(table, section);
    }
    end(table);
  }

  /** The sums of a section in a line. */
  private String line(Tally tally) {
    List<String> sums = new ArrayList<>();
    paper.rowsAre().ifPresent(name -> sums.add(words.say("sum", words.column(name), tally.rows())));
    for (int i = 0; i < paper.sums().size(); i++) {
      if (tally.sum(i) != null) {
        Column column = columns.column(paper.sums().get(i));
        sums.add(
            words.say("sum", words.column(column.name()), readable.withUnit(column, tally.sum(i))));
      }
    }
    return String.join("  ·  ", sums);
  }

  private String facts(List<Object> row) {
    return paper.facts().stream()
        .map(field -> text(field, row))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("  ·  "));
  }

  private PdfPTable beginTable() {
    PdfPTable table = new PdfPTable(widths());
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    table.setSplitLate(true);
    for (Paper.Field field : paper.table()) {
      table.addCell(heading(title(field), isFigure(field)));
    }
    table.setComplete(false);
    return table;
  }

  private String title(Paper.Field field) {
    return field.columns().size() == 1
        ? columns.column(field.heading()).title(setting.units(), words)
        : words.column(field.heading());
  }

  private void addRows(PdfPTable table, List<List<Object>> rows) {
    for (List<Object> row : rows) {
      for (Paper.Field field : paper.table()) {
        table.addCell(cell(text(field, row), PaperFonts.plain(7.5f), isFigure(field)));
      }
      if (++written % ROWS_AT_A_TIME == 0) {
        document.add(table);
        progress.run();
      }
    }
  }

  private void end(PdfPTable table) {
    table.setComplete(true);
    document.add(table);
    progress.run();
  }

  private static PdfPCell cell(String text, Font font, boolean figure) {
    PdfPCell cell = new PdfPCell(new Phrase(printable(text), font));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.5f);
    cell.setPadding(PADDING);
    cell.setHorizontalAlignment(figure ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    return cell;
  }

  /** Units stand in the heading of a single column, and behind each figure of several. */
  private String text(Paper.Field field, List<Object> row) {
    if (field.columns().size() == 1) {
      return columns.text(field.heading(), row);
    }
    return field.columns().stream()
        .map(name -> part(name, row))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(field.between()));
  }

  private String part(String name, List<Object> row) {
    Column column = columns.column(name);
    Object value = columns.value(name, row);
    if (value instanceof Instant at && columns.has("day")) {
      return readable.timeOn((LocalDate) columns.value("day", row), at);
    }
    return readable.withUnit(column, value);
  }

  private boolean isFigure(Paper.Field field) {
    return field.columns().size() == 1
        && switch (columns.column(field.heading()).type()) {
          case COUNT, NUMBER, DEGREES, MONEY, MEASURED, HOURS -> true;
          case TEXT, CODE, TIME, DATE, YES_NO -> false;
        };
  }

  /** More for text than for figures, and enough for each word of the headings. */
  private float[] widths() {
    float[] widths = new float[paper.table().size()];
    float all = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = isFigure(paper.table().get(i)) ? 1 : 1.6f;
      all += widths[i];
    }
    for (int i = 0; i < widths.length; i++) {
      float longest = 0;
      for (String word : title(paper.table().get(i)).split(" ")) {
        longest =
            Math.max(longest, PaperFonts.bold(HEADING).getBaseFont().getWidthPoint(word, HEADING));
      }
      widths[i] = Math.max(widths[i] * width() / all, longest + 2 * PADDING + 1);
    }
    return widths;
  }

  /** Rows with the same key, each after the other as they are sorted. */
  private List<List<List<Object>>> sections(List<List<Object>> rows) {
    List<List<List<Object>>> sections = new ArrayList<>();
    List<Object> last = null;
    for (List<Object> row : rows) {
      List<Object> key = key(row);
      if (!key.equals(last)) {
        sections.add(new ArrayList<>());
        last = key;
      }
      sections.get(sections.size() - 1).add(row);
    }
    return sections;
  }

  private List<Object> key(List<Object> row) {
    return columns.values(paper.section(), row);
  }

  private float width() {
    return document.right() - document.left();
  }

  /** Space is part of the line: the library would fill it with an invisible letter. */
  private static Paragraph paragraph(String text, Font font, float before) {
    Paragraph paragraph = new Paragraph(printable(text), font);
    paragraph.setLeading(font.getSize() * 1.25f + before);
    return paragraph;
  }

  private static String printable(String text) {
    return PaperFonts.printable(text);
  }

  /** The line below each page. How many pages there are is filled in when all are written. */
  private final class Foot extends PdfPageEventHelper {

    private static final float SIZE = 7.5f;
    private static final float WIDTH_OF_COUNT = 30;

    private PdfTemplate pages;

    @Override
    public void onOpenDocument(PdfWriter writer, Document opened) {
      pages = writer.getDirectContent().createTemplate(WIDTH_OF_COUNT, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document written) {
      PdfContentByte content = writer.getDirectContent();
      float y = MARGIN + 4;
      content.saveState();
      content.setColorStroke(LINE);
      content.setLineWidth(0.5f);
      content.moveTo(written.left(), y + 11);
      content.lineTo(written.right(), y + 11);
      content.stroke();
      content.setColorFill(GREY);
      content.beginText();
      content.setFontAndSize(PaperFonts.plain(), SIZE);
      content.showTextAligned(
          Element.ALIGN_LEFT,
          printable(
              setting.company() + "  ·  " + title() + "  ·  " + readable.time(setting.asOf())),
          written.left(),
          y,
          0);
      content.showTextAligned(
          Element.ALIGN_RIGHT,
          words.say("page", readable.number(writer.getPageNumber(), 0)),
          written.right() - WIDTH_OF_COUNT,
          y,
          0);
      content.endText();
      content.restoreState();
      content.addTemplate(pages, written.right() - WIDTH_OF_COUNT + 2, y);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document closed) {
      pages.setColorFill(GREY);
      pages.beginText();
      pages.setFontAndSize(PaperFonts.plain(), SIZE);
      pages.showText(readable.number(writer.getPageNumber() - 1, 0));
      pages.endText();
    }
  }
}
