package com.contractorportal.web;

import com.contractorportal.paging.PageRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every list takes. */
public class PageParams {

  @QueryParam("limit")
  @DefaultValue("50")
  @Min(value = 1, message = "A page has 1 to 200 items.")
  @Max(value = 200, message = "A page has 1 to 200 items.")
  @Parameter(description = "How many items at most.")
  private int limit;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before.")
  private String cursor;

  @QueryParam("sort")
  @Parameter(description = "A field's name, with a leading dash for descending order.")
  private String sort;

  @QueryParam("total")
  @DefaultValue("false")
  @Parameter(description = "Whether to count all matches, up to 10,000.")
  private boolean total;

  /** The page that the parameters ask for. */
  public PageRequest request() {
    return new PageRequest(limit, cursor, sort, total);
  }

  /**
   * The page that the parameters ask for.
   *
   * @param usual the order if they ask for none
   */
  public PageRequest request(String usual) {
    return new PageRequest(limit, cursor, sort == null ? usual : sort, total);
  }
}
