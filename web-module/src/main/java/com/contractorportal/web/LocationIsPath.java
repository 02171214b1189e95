package com.contractorportal.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Says where things are by path only (RFC 9110 allows it): behind a proxy the portal does not know
 * by which scheme and name it is reached, and it believes no header that says so. No answer leads
 * out of it.
 */
@Provider
public class LocationIsPath implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    URI location = response.getLocation();
    if (location != null) {
      String query = location.getRawQuery();
      response
          .getHeaders()
          .putSingle(
              HttpHeaders.LOCATION,
              URI.create(location.getRawPath() + (query == null ? "" : "?" + query)));
    }
  }
}
