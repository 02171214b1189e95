package com.contractorportal.web.plan;

import com.contractorportal.paging.Page;
import com.contractorportal.plan.PlanDraft;
import com.contractorportal.plan.PlanService;
import com.contractorportal.plan.PlanView;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/plans} */
@Path("platform/plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class PlanResource {

  @Inject private PlanService plans;

  @GET
  public Page<PlanView> list() {
    return Page.of(plans.list());
  }

  @PUT
  @Path("{code}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response update(
      @PathParam("code") String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the plan's limits as JSON.") @Valid PlanDraft draft) {
    PlanView plan = plans.update(code, Versions.expected(ifMatch), draft);
    return Versions.ok(plan, plan.version());
  }
}
