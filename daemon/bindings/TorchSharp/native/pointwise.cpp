// Calls that work on each element by itself.
#include "shim.h"

#define PDN_UNARY(name) \
    PDN_API Handle pdn_##name(Handle self) { \
        return guard([&] { return self->name(); }); \
    }
#define PDN_UNARY_(name) \
    PDN_UNARY(name) \
    PDN_API int32_t pdn_##name##_(Handle self) { \
        return guard([&] { self->name##_(); }); \
    }

PDN_UNARY_(abs)
PDN_UNARY_(ceil)
PDN_UNARY_(cos)
PDN_UNARY_(exp)
PDN_UNARY_(expm1)
PDN_UNARY_(floor)
PDN_UNARY_(log)
PDN_UNARY_(log1p)
PDN_UNARY_(neg)
PDN_UNARY_(reciprocal)
PDN_UNARY_(relu)
PDN_UNARY_(round)
PDN_UNARY_(rsqrt)
PDN_UNARY_(sigmoid)
PDN_UNARY_(sign)
PDN_UNARY_(sin)
PDN_UNARY_(sqrt)
PDN_UNARY_(tanh)
PDN_UNARY_(trunc)
PDN_UNARY(square)
PDN_UNARY(isfinite)
PDN_UNARY(isinf)
PDN_UNARY(isnan)
PDN_UNARY(logical_not)
PDN_UNARY(bitwise_not)

#define PDN_BINARY(name) \
    PDN_API Handle pdn_##name(Handle self, Handle other) { \
        return guard([&] { return self->name(*other); }); \
    }
#define PDN_BINARY_(name) \
    PDN_BINARY(name) \
    PDN_API int32_t pdn_##name##_(Handle self, Handle other) { \
        return guard([&] { self->name##_(*other); }); \
    }

PDN_BINARY_(mul)
PDN_BINARY_(div)
PDN_BINARY_(pow)
PDN_BINARY_(remainder)
PDN_BINARY_(floor_divide)
PDN_BINARY(maximum)
PDN_BINARY(minimum)
PDN_BINARY(atan2)
PDN_BINARY(eq)
PDN_BINARY(ne)
PDN_BINARY(lt)
PDN_BINARY(le)
PDN_BINARY(gt)
PDN_BINARY(ge)
PDN_BINARY(logical_and)
PDN_BINARY(logical_or)
PDN_BINARY(bitwise_and)
PDN_BINARY(bitwise_or)
PDN_BINARY(bitwise_xor)
PDN_BINARY(matmul)

#define PDN_SCALAR(name) \
    PDN_API Handle pdn_##name##_scalar(Handle self, PdnScalar other) { \
        return guard([&] { return self->name(pdn::scalar(other)); }); \
    }
#define PDN_SCALAR_(name) \
    PDN_SCALAR(name) \
    PDN_API int32_t pdn_##name##_scalar_(Handle self, PdnScalar other) { \
        return guard([&] { self->name##_(pdn::scalar(other)); }); \
    }

PDN_SCALAR_(mul)
PDN_SCALAR_(div)
PDN_SCALAR_(pow)
PDN_SCALAR_(remainder)
PDN_SCALAR_(floor_divide)
PDN_SCALAR(eq)
PDN_SCALAR(ne)
PDN_SCALAR(lt)
PDN_SCALAR(le)
PDN_SCALAR(gt)
PDN_SCALAR(ge)

PDN_API Handle pdn_add(Handle self, Handle other, PdnScalar alpha) {
    return guard([&] { return self->add(*other, pdn::scalar(alpha)); });
}
PDN_API int32_t pdn_add_(Handle self, Handle other, PdnScalar alpha) {
    return guard([&] { self->add_(*other, pdn::scalar(alpha)); });
}
PDN_API Handle pdn_add_scalar(Handle self, PdnScalar other, PdnScalar alpha) {
    return guard([&] { return self->add(pdn::scalar(other), pdn::scalar(alpha)); });
}
PDN_API int32_t pdn_add_scalar_(Handle self, PdnScalar other, PdnScalar alpha) {
    return guard([&] { self->add_(pdn::scalar(other), pdn::scalar(alpha)); });
}
PDN_API Handle pdn_sub(Handle self, Handle other) {
    return guard([&] { return self->sub(*other); });
}
PDN_API int32_t pdn_sub_(Handle self, Handle other) {
    return guard([&] { self->sub_(*other); });
}
PDN_API Handle pdn_sub_scalar(Handle self, PdnScalar other) {
    return guard([&] { return self->sub(pdn::scalar(other)); });
}
PDN_API int32_t pdn_sub_scalar_(Handle self, PdnScalar other) {
    return guard([&] { self->sub_(pdn::scalar(other)); });
}
/// other - self
PDN_API Handle pdn_rsub_scalar(Handle self, PdnScalar other) {
    return guard([&] { return at::rsub(*self, pdn::scalar(other)); });
}
PDN_API Handle pdn_addcmul(Handle self, Handle first, Handle second, PdnScalar value) {
    return guard([&] { return self->addcmul(*first, *second, pdn::scalar(value)); });
}
PDN_API int32_t pdn_addcmul_(Handle self, Handle first, Handle second, PdnScalar value) {
    return guard([&] { self->addcmul_(*first, *second, pdn::scalar(value)); });
}
PDN_API Handle pdn_addcdiv(Handle self, Handle first, Handle second, PdnScalar value) {
    return guard([&] { return self->addcdiv(*first, *second, pdn::scalar(value)); });
}
PDN_API int32_t pdn_addcdiv_(Handle self, Handle first, Handle second, PdnScalar value) {
    return guard([&] { self->addcdiv_(*first, *second, pdn::scalar(value)); });
}
PDN_API Handle pdn_lerp(Handle self, Handle end, Handle weight) {
    return guard([&] { return self->lerp(*end, *weight); });
}
PDN_API int32_t pdn_lerp_(Handle self, Handle end, Handle weight) {
    return guard([&] { self->lerp_(*end, *weight); });
}

PDN_API Handle pdn_clamp(Handle self, PdnScalar min, PdnScalar max) {
    return guard([&] { return self->clamp(pdn::optional_scalar(min), pdn::optional_scalar(max)); });
}
PDN_API int32_t pdn_clamp_(Handle self, PdnScalar min, PdnScalar max) {
    return guard([&] { self->clamp_(pdn::optional_scalar(min), pdn::optional_scalar(max)); });
}
PDN_API Handle pdn_leaky_relu(Handle self, PdnScalar slope) {
    return guard([&] { return at::leaky_relu(*self, pdn::scalar(slope)); });
}
PDN_API int32_t pdn_leaky_relu_(Handle self, PdnScalar slope) {
    return guard([&] { at::leaky_relu_(*self, pdn::scalar(slope)); });
}
PDN_API Handle pdn_silu(Handle self) {
    return guard([&] { return at::silu(*self); });
}
PDN_API int32_t pdn_silu_(Handle self) {
    return guard([&] { at::silu_(*self); });
}
PDN_API int32_t pdn_fill_(Handle self, PdnScalar value) {
    return guard([&] { self->fill_(pdn::scalar(value)); });
}
PDN_API int32_t pdn_zero_(Handle self) {
    return guard([&] { self->zero_(); });
}
PDN_API Handle pdn_where(Handle condition, Handle self, Handle other) {
    return guard([&] { return at::where(*condition, *self, *other); });
}
