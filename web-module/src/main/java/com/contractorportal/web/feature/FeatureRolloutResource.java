package com.contractorportal.web.feature;

import com.contractorportal.feature.Feature;
import com.contractorportal.feature.FeatureRollout;
import com.contractorportal.feature.FeatureService;
import com.contractorportal.feature.SwitchDraft;
import com.contractorportal.paging.Page;
import com.contractorportal.web.Roles;
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
 * {@code /api/platform/features}: how far features are rolled out. Switches have no versions: one
 * is on, off or not there, and whoever sets it says which, not what it was.
 */
@Path("platform/features")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class FeatureRolloutResource {

  @Inject private FeatureService features;

  @GET
  public Page<FeatureRollout> list() {
    return features.rollouts();
  }

  @PUT
  @Path("{feature}/plans/{plan}")
  public FeatureRollout switchPlan(
      @PathParam("feature") Feature feature,
      @PathParam("plan") String plan,
      @NotNull(message = "Send the switch as JSON.") @Valid SwitchDraft draft) {
    return features.switchPlan(feature, plan, Optional.of(draft.enabled()));
  }

  @DELETE
  @Path("{feature}/plans/{plan}")
  public void clearPlan(@PathParam("feature") Feature feature, @PathParam("plan") String plan) {
    features.switchPlan(feature, plan, Optional.empty());
  }
}
