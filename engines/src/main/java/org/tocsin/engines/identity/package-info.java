/** The realm of the local Keycloak: its administrator, and the people and machines of the demo. */
@NullMarked
package org.tocsin.engines.identity;

import org.jspecify.annotations.NullMarked;
