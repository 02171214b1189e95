package com.contractorportal.web.feature;

import com.contractorportal.feature.CustomerFeatureService;
import com.contractorportal.feature.Feature;
import com.contractorportal.feature.FeatureService;
import com.contractorportal.feature.FeatureState;
import com.contractorportal.feature.SwitchDraft;
import com.contractorportal.paging.Page;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/platform/customers/ID/features}: what one customer may use, whatever its plan says.
 */
@Path("platform/customers/{customerId}/features")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class CustomerFeatureResource {

  @Inject private FeatureService features;
  @Inject private CustomerFeatureService switches;

  @GET
  public Page<FeatureState> list(@PathParam("customerId") String customerId) {
    return features.ofCustomer(ManagedCustomer.id(customerId));
  }

  @PUT
  @Path("{feature}")
  public FeatureState change(
      @PathParam("customerId") String customerId,
      @PathParam("feature") Feature feature,
      @NotNull(message = "Send the switch as JSON.") @Valid SwitchDraft draft) {
    return switches.change(ManagedCustomer.id(customerId), feature, Optional.of(draft.enabled()));
  }

  @DELETE
  @Path("{feature}")
  public void clear(
      @PathParam("customerId") String customerId, @PathParam("feature") Feature feature) {
    switches.change(ManagedCustomer.id(customerId), feature, Optional.empty());
  }
}
