package com.contractorportal.web.report;

import com.contractorportal.paging.Page;
import com.contractorportal.report.ReportSubscriptionView;
import com.contractorportal.report.SubscriptionService;
import com.contractorportal.web.NotForSupport;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/report-subscriptions}: the acting member's own. */
@Path("report-subscriptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "reports")
public class ReportSubscriptionResource {

  @Inject private SubscriptionService subscriptions;

  /** In which formats a report is wanted. */
  public record SubscriptionRequest(
      @NotNull(message = "Name the formats: csv, xlsx.")
          @Size(min = 1, max = 10, message = "Name one format or more: csv, xlsx.")
          List<@NotNull(message = "Name the formats: csv, xlsx.") String> formats) {}

  @GET
  @NotForSupport
  public Page<ReportSubscriptionView> list() {
    return Page.of(subscriptions.list());
  }

  /** There is one for each kind: what it says replaces what it said before. */
  @PUT
  @Path("{kind}")
  @NotForSupport
  public ReportSubscriptionView subscribe(
      @PathParam("kind") String kind,
      @NotNull(message = "Send the formats as JSON.") @Valid SubscriptionRequest wanted) {
    return subscriptions.subscribe(kind, wanted.formats());
  }

  @DELETE
  @Path("{kind}")
  @NotForSupport
  public void unsubscribe(@PathParam("kind") String kind) {
    subscriptions.unsubscribe(kind);
  }
}
