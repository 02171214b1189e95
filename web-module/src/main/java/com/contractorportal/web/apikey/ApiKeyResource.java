package com.contractorportal.web.apikey;

import com.contractorportal.apikey.ApiKeyDraft;
import com.contractorportal.apikey.ApiKeyService;
import com.contractorportal.apikey.ApiKeyView;
import com.contractorportal.apikey.NewApiKey;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/api-keys}. Creating takes no Idempotency-Key: a secret is shown once, not again. */
@Path("api-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "api-keys")
public class ApiKeyResource {

  private static final String LAST_FIRST = "-createdAt";

  @Inject private ApiKeyService keys;

  @GET
  public Page<ApiKeyView> list(@Valid @BeanParam PageParams page) {
    return keys.list(page.request(LAST_FIRST));
  }

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NewApiKey.class)))
  public Response create(
      @NotNull(message = "Send name, scopes and expiresAt as JSON.") @Valid ApiKeyDraft draft,
      @Context UriInfo uri) {
    NewApiKey made = keys.create(draft);
    return Response.created(uri.getAbsolutePathBuilder().path(made.clientId()).build())
        .entity(made)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") UUID id) {
    keys.revoke(id);
  }
}
