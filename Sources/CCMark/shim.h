#ifndef WAVELENGTH_CMARK_SHIM_H
#define WAVELENGTH_CMARK_SHIM_H

#include <cmark-gfm.h>

#endif
