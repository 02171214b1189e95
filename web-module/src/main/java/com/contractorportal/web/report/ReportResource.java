package com.contractorportal.web.report;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.report.ReportService;
import com.contractorportal.report.ReportView;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/reports} */
@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "reports")
public class ReportResource {

  @Inject private ReportService reports;

  @GET
  @ForKeys(Scope.REPORTS_READ)
  public Page<ReportView> list() {
    return reports.kinds();
  }
}
