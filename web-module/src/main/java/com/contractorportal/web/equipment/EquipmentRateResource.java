package com.contractorportal.web.equipment;

import com.contractorportal.apikey.Scope;
import com.contractorportal.equipment.EquipmentRateDraft;
import com.contractorportal.equipment.EquipmentRateService;
import com.contractorportal.equipment.EquipmentRateView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/equipment-rates}: what work costs, which is for the office only. */
@Path("equipment-rates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "equipment-rates")
public class EquipmentRateResource {

  @Inject private EquipmentRateService rates;

  @GET
  @ForKeys(Scope.RATES_READ)
  public Page<EquipmentRateView> list(
      @QueryParam("equipment") String equipment, @Valid @BeanParam PageParams page) {
    return rates.list(Optional.ofNullable(equipment), page.request());
  }

  @POST
  @ForKeys(Scope.RATES_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EquipmentRateView.class)))
  public Response create(
      @NotNull(message = "Send the rate as JSON.") @Valid EquipmentRateDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    EquipmentRateView created =
        rates.create(draft, IdempotencyKeys.of(key, "equipment-rate.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(created.id().toString()).build(),
        created,
        created.version());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.RATES_READ)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EquipmentRateView.class)))
  public Response get(@PathParam("id") UUID id) {
    EquipmentRateView rate = rates.get(id);
    return Versions.ok(rate, rate.version());
  }

  @PUT
  @Path("{id}")
  @ForKeys(Scope.RATES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EquipmentRateView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the rate as JSON.") @Valid EquipmentRateDraft draft) {
    EquipmentRateView rate = rates.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(rate, rate.version());
  }

  @DELETE
  @Path("{id}")
  @ForKeys(Scope.RATES_WRITE)
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    rates.delete(id, Versions.expected(ifMatch));
  }
}
