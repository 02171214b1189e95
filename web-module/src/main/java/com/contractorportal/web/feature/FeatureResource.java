package com.contractorportal.web.feature;

import com.contractorportal.feature.FeatureService;
import com.contractorportal.feature.FeatureView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/features}: what the customer of the token may use. */
@Path("features")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "customer")
public class FeatureResource {

  @Inject private FeatureService features;

  @GET
  public Page<FeatureView> list() {
    return features.own();
  }
}
