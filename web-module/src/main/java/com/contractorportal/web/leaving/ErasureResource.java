package com.contractorportal.web.leaving;

import com.contractorportal.leaving.ErasureConfirmation;
import com.contractorportal.leaving.ErasureRequest;
import com.contractorportal.leaving.ErasureService;
import com.contractorportal.leaving.ErasureView;
import com.contractorportal.web.Roles;
import com.contractorportal.web.customer.ManagedCustomer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers/{customerId}/erasure}: the end of a customer, in two steps. */
@Path("platform/customers/{customerId}/erasure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class ErasureResource {

  @Inject private ErasureService erasures;

  @GET
  public ErasureView get(@PathParam("customerId") String customerId) {
    return erasures.get(ManagedCustomer.id(customerId));
  }

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  public Response request(
      @PathParam("customerId") String customerId,
      @NotNull(message = "Send the reason as JSON.") @Valid ErasureRequest request,
      @Context UriInfo uri) {
    return Response.created(uri.getAbsolutePath())
        .entity(erasures.request(ManagedCustomer.id(customerId), request))
        .build();
  }

  @POST
  @Path("confirm")
  public ErasureView confirm(
      @PathParam("customerId") String customerId,
      @NotNull(message = "Send the customer's name as JSON.") @Valid
          ErasureConfirmation confirmation) {
    return erasures.confirm(ManagedCustomer.id(customerId), confirmation);
  }

  @DELETE
  public void cancel(@PathParam("customerId") String customerId) {
    erasures.cancel(ManagedCustomer.id(customerId));
  }
}
