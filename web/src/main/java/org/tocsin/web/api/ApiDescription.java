package org.tocsin.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.problem.ProblemType;
import tools.jackson.databind.node.ObjectNode;

/** Describes the interface of all modules at {@code /v3/api-docs} (OpenAPI 3.1). */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String BEARER = "bearer";
  private static final String BASIC = "basic";
  private static final List<ProblemType> EVERYWHERE =
      List.of(
          ProblemType.BAD_REQUEST,
          ProblemType.UNAUTHENTICATED,
          ProblemType.FORBIDDEN,
          ProblemType.NOT_FOUND,
          ProblemType.INTERNAL,
          ProblemType.UNAVAILABLE);

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Reader.class)
        .replaceWithSchema(ObjectNode.class, new ObjectSchema().description("A STIX 2.1 object"));
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Tocsin")
                .version("1")
                .description(
                    "Watch, warning and incident response for national CERTs. Times are ISO 8601 in"
                        + " UTC, lists go on by cursor, errors are RFC 9457 problem documents. What"
                        + " the sharing policy does not let you see answers 404.")
                .license(new License().name("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the realm"))
                .addSecuritySchemes(
                    BASIC,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("A machine's client id and secret"))
                .addSchemas("Problem", problem()))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .addSecurityItem(new SecurityRequirement().addList(BASIC));
  }

  @Bean
  OpenApiCustomizer programsOnly() {
    return api -> {
      api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDescription::addProblems);
    };
  }

  private static void addProblems(Operation operation) {
    for (ProblemType type : EVERYWHERE) {
      String status = String.valueOf(type.status().value());
      if (operation.getResponses().containsKey(status)) {
        continue;
      }
      operation
          .getResponses()
          .addApiResponse(
              status,
              new ApiResponse()
                  .description(type.title() + ": " + type.explanation())
                  .content(
                      new Content()
                          .addMediaType(
                              "application/problem+json",
                              new MediaType()
                                  .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457 problem details")
        .addProperty("type", new StringSchema().format("uri-reference"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("parameter", new StringSchema().description("The parameter at fault"))
        .addProperty("reference", new StringSchema().description("Finds the error in the log"));
  }
}
