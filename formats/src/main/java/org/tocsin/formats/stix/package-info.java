/** STIX 2.1 as it arrives: bundles, envelopes, arrays and single objects, without loss. */
@NullMarked
package org.tocsin.formats.stix;

import org.jspecify.annotations.NullMarked;
