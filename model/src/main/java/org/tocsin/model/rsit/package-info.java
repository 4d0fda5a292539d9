/** The Reference Security Incident Taxonomy: what kind of incident a record tells of. */
@NullMarked
package org.tocsin.model.rsit;

import org.jspecify.annotations.NullMarked;
