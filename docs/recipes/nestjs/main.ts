import "reflect-metadata";
import { AccessTokenClaimNames, type AccessTokenClaims } from "@acme/claims/access-token";
import { Controller, Get, Module } from "@nestjs/common";
import { APP_FILTER, APP_GUARD, NestFactory } from "@nestjs/core";
import { AccessTokenGuard, Claims, NoToken, RefusalFilter, RequireScope } from "./access-token-guard.js";

@Controller()
class ApiController {
  @Get("health")
  @NoToken()
  health() {
    return { ok: true };
  }

  @Get("me")
  me(@Claims() claims: AccessTokenClaims) {
    return { subject: claims.sub, role: claims[AccessTokenClaimNames.role] };
  }

  @Get("invoices")
  @RequireScope(["invoices:read"])
  invoices(@Claims() claims: AccessTokenClaims) {
    return { tenant: claims[AccessTokenClaimNames.tenant].id, invoices: [] };
  }
}

@Module({
  controllers: [ApiController],
  providers: [
    { provide: APP_GUARD, useClass: AccessTokenGuard },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
await app.listen(Number(process.env["PORT"] ?? 3000), process.env["HOST"] ?? "127.0.0.1");
