package com.contractorportal.web.onboarding;

import com.contractorportal.onboarding.TemplateDraft;
import com.contractorportal.onboarding.TemplateService;
import com.contractorportal.onboarding.TemplateSummary;
import com.contractorportal.onboarding.TemplateView;
import com.contractorportal.paging.Page;
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

/** {@code /api/platform/onboarding-templates}: what new customers may start with. */
@Path("platform/onboarding-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class TemplateResource {

  @Inject private TemplateService templates;

  @GET
  public Page<TemplateSummary> list(@Valid @BeanParam PageParams page) {
    return templates.list(page.request());
  }

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response create(
      @NotNull(message = "Send the template as JSON.") @Valid TemplateDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    TemplateView made =
        templates.create(draft, IdempotencyKeys.of(key, "onboarding-template.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(made.id().toString()).build(), made, made.version());
  }

  @GET
  @Path("{id}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response get(@PathParam("id") UUID id) {
    TemplateView template = templates.get(id);
    return Versions.ok(template, template.version());
  }

  @PUT
  @Path("{id}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TemplateView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the template as JSON.") @Valid TemplateDraft draft) {
    TemplateView template = templates.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(template, template.version());
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    templates.delete(id, Versions.expected(ifMatch));
  }
}
