package com.contractorportal.launch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What a contractor would know of a place beyond its address: plausible, and the same at every
 * load, because all of it follows from the address.
 */
record DemoSite(String kind, BigDecimal areaM2, BigDecimal triggerDepthCm, String notes) {

  private static final String[] NOTES = {
    "Pile snow to the left of the drive, not against the fence.",
    "Mailbox and hydrant at the curb: keep both clear.",
    "Gravel drive: raise the blade.",
    "Steep drive, ices over in the shade: sand first.",
    "Cars parked overnight: come back after eight.",
    "Low branches over the walk.",
  };

  static DemoSite of(DemoAddress address) {
    CRC32 sum = new CRC32();
    sum.update(address.name().getBytes(StandardCharsets.UTF_8));
    int dice = (int) (sum.getValue() % 10_000);
    String kind = kind(dice % 100, address.unit() != null);
    return new DemoSite(
        kind,
        BigDecimal.valueOf(area(kind, dice)),
        new BigDecimal(kind.equals("RESIDENTIAL") ? "5.0" : "2.5"),
        dice % 4 == 0 ? NOTES[dice / 4 % NOTES.length] : null);
  }

  private static String kind(int percent, boolean flat) {
    if (flat || percent < 72) {
      return "RESIDENTIAL";
    }
    if (percent < 90) {
      return "COMMERCIAL";
    }
    if (percent < 94) {
      return "INDUSTRIAL";
    }
    return percent < 98 ? "MUNICIPAL" : "OTHER";
  }

  private static int area(String kind, int dice) {
    int share = dice / 100;
    return switch (kind) {
      case "RESIDENTIAL" -> 60 + 2 * share;
      case "COMMERCIAL" -> 400 + 25 * share;
      case "INDUSTRIAL" -> 1_500 + 60 * share;
      default -> 300 + 15 * share;
    };
  }
}
