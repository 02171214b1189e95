package com.contractorportal.web.assignment;

import com.contractorportal.apikey.Scope;
import com.contractorportal.assignment.AssignmentService;
import com.contractorportal.assignment.ContractorDraft;
import com.contractorportal.assignment.ContractorView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/properties/{id}/contractors}: who serves a property. */
@Path("properties/{id}/contractors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "assignments")
public class ContractorResource {

  @Inject private AssignmentService assignments;

  @GET
  @ForKeys(Scope.PROPERTIES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<ContractorView> list(@PathParam("id") UUID propertyId) {
    return assignments.of(propertyId);
  }

  @POST
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ContractorView.class)))
  public Response assign(
      @PathParam("id") UUID propertyId,
      @NotNull(message = "Send the contractor as JSON.") @Valid ContractorDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    ContractorView contractor =
        assignments.assign(
            propertyId, draft, IdempotencyKeys.of(key, "contractor.assign." + propertyId, draft));
    return Response.created(
            uri.getAbsolutePathBuilder().path(contractor.memberId().toString()).build())
        .entity(contractor)
        .build();
  }

  @DELETE
  @Path("{memberId}")
  @ForKeys(Scope.PROPERTIES_WRITE)
  public void release(@PathParam("id") UUID propertyId, @PathParam("memberId") UUID memberId) {
    assignments.release(propertyId, memberId);
  }

  @PUT
  @Path("{memberId}/primary")
  @ForKeys(Scope.PROPERTIES_WRITE)
  @Consumes(MediaType.WILDCARD)
  public Page<ContractorView> makePrimary(
      @PathParam("id") UUID propertyId, @PathParam("memberId") UUID memberId) {
    return assignments.makePrimary(propertyId, memberId);
  }
}
