package org.tocsin.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Leaves multipart submissions to their controller, which streams them; the servlet container would
 * put each part on disk first. All other multipart requests are as usual.
 */
final class SubmissionsStayWhole extends StandardServletMultipartResolver {
  @Override
  public boolean isMultipart(HttpServletRequest request) {
    return !request.getRequestURI().endsWith(ReportsController.PATH) && super.isMultipart(request);
  }
}
