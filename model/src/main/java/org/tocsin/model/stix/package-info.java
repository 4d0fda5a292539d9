/** STIX 2.1 objects as they travel: lossless, with the ids and times the standard defines. */
@NullMarked
package org.tocsin.model.stix;

import org.jspecify.annotations.NullMarked;
